package io.centerline.check;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Rule folders to check: the shipped one, a small complete one, and both with one file changed. */
final class TestFolders {
    static final Schedule SCHEDULE = Schedule.load();
    static final RuleFolder SHIPPED = RuleFolder.read(Path.of("rules"));
    static final RuleFolder SMALL = RuleFolder.read(Path.of("src", "test", "resources", "check", "rules"));

    private TestFolders() {}

    static CheckReport check(RuleFolder folder) {
        return new RulebookCheck(SCHEDULE).check(folder);
    }

    /** The folder with one file changed, which must make a difference. */
    static RuleFolder with(RuleFolder folder, String path, UnaryOperator<String> change) {
        SortedMap<String, String> rules = new TreeMap<>(folder.rules().texts());
        SortedMap<String, String> tests = new TreeMap<>(folder.tests());
        SortedMap<String, String> files = path.endsWith(".drl") || path.equals("evidence.yaml") ? rules : tests;
        String before = files.getOrDefault(path, "");
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing changes in " + path);
        }
        files.put(path, after);
        return new RuleFolder(new RuleFiles(rules), tests);
    }

    /** The folder without one file. */
    static RuleFolder without(RuleFolder folder, String path) {
        SortedMap<String, String> rules = new TreeMap<>(folder.rules().texts());
        SortedMap<String, String> tests = new TreeMap<>(folder.tests());
        if (rules.remove(path) == null && tests.remove(path) == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        return new RuleFolder(new RuleFiles(rules), tests);
    }
}
