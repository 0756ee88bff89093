package io.centerline.check;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.SourcePlace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule folder with one thing wrong.
 *
 * @param name what was done
 * @param folder the folder
 * @param codes the codes under which it may be reported
 * @param file the file that was changed
 * @param lines the lines of it that a finding may point to
 */
record Defect(String name, RuleFolder folder, Set<String> codes, String file, Set<Integer> lines) {

    boolean isFoundIn(CheckReport report) {
        return report.diagnostics().stream()
                .filter(found -> codes.contains(found.code().name()))
                .anyMatch(found -> Stream.concat(Stream.of(found.finding().place()), found.related().stream())
                        .anyMatch(this::isHere));
    }

    private boolean isHere(SourcePlace place) {
        return place.file().equals("rules/" + file) && lines.contains(place.line());
    }

    @Override
    public String toString() {
        return name + " in " + file + " at " + List.copyOf(lines);
    }
}
