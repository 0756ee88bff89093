package io.centerline.editor;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.LanguageLimits;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleReader;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.language.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One file of a workspace, read when it is first asked for. Safe for any number of threads. */
final class SourceFile {
    static final String RULES = ".drl";
    static final String CASES = ".cases.yaml";
    static final String SCENARIOS = "scenarios/";

    private final String path;
    private final String text;
    private @Nullable RuleReading reading;
    private volatile @Nullable List<RuleBlock> blocks;
    private volatile @Nullable TextLines lines;

    SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    boolean isRules() {
        return path.endsWith(RULES);
    }

    boolean isCases() {
        return path.endsWith(CASES);
    }

    boolean isScenario() {
        return path.startsWith(SCENARIOS) && path.endsWith(".yaml");
    }

    boolean isEvidence() {
        return path.equals(RangeEvidence.FILE);
    }

    /** The stage whose folder it lies in. */
    Optional<Stage> stage() {
        return Arrays.stream(Stage.values())
                .filter(stage -> path.startsWith(stage.folder() + "/"))
                .findFirst();
    }

    /** The path of the case file beside a rule file, or of the rule file beside a case file. */
    String beside() {
        return isCases()
                ? path.substring(0, path.length() - CASES.length()) + RULES
                : path.substring(0, Math.max(0, path.length() - RULES.length())) + CASES;
    }

    /** The file alone; only for rule files. Every caller gets the same rules, which are compared by identity. */
    synchronized RuleReading reading() {
        RuleReading read = reading;
        if (read == null) {
            List<Finding> findings = new ArrayList<>();
            List<Rule> rules = stage().map(stage -> RuleReader.read("rules/" + path, stage, text, findings))
                    .orElseGet(() -> {
                        findings.add(new Finding(
                                new SourcePlace("rules/" + path, 1, 1),
                                1,
                                "the file lies in no folder of a stage",
                                "move it to membership, counting, placement or routing",
                                ""));
                        return List.of();
                    });
            LanguageLimits limits = LanguageLimits.DEFAULT;
            read = new RuleReading(
                    new RuleFiles(new TreeMap<>(Map.of(path, text))),
                    rules,
                    RangeEvidence.NONE,
                    Finding.first(findings, limits.findings()),
                    limits);
            reading = read;
        }
        return read;
    }

    /** Where its rules stand, also those that cannot be read. */
    List<RuleBlock> blocks() {
        List<RuleBlock> found = blocks;
        if (found == null) {
            found = isRules() ? RuleBlock.list(text) : List.of();
            blocks = found;
        }
        return found;
    }

    /** Where its lines begin. */
    TextLines lines() {
        TextLines found = lines;
        if (found == null) {
            found = new TextLines(text);
            lines = found;
        }
        return found;
    }
}
