package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.IssueCode;
import io.centerline.facts.LineField;
import io.centerline.facts.RepeatedLines;
import io.centerline.text.Echo;
import io.centerline.text.Series;
import java.util.List;

/** One line, one vote: reports lines of a request that have the same entry and line number. */
final class LineNumbers {
    private final Issues issues;
    private final Warnings warnings;
    private final boolean compares;

    /**
     * Reports to these.
     *
     * @param compares whether lines are compared at all; what is kept is read again as it was let in
     */
    LineNumbers(Issues issues, Warnings warnings, boolean compares) {
        this.compares = compares;
        this.issues = issues;
        this.warnings = warnings;
    }

    /**
     * Compares lines.
     *
     * @param pointer where the list of lines stands
     * @param entry the entry number of lines that name none; may be empty
     */
    void check(String pointer, String entry, List<EntryLine> lines) {
        RepeatedLines repeated = compares ? RepeatedLines.of(lines, entry) : RepeatedLines.NONE;
        for (int i = 0; repeated.any() && i < lines.size(); i++) {
            int first = repeated.firstOf(i);
            if (first == i) {
                continue;
            }
            EntryLine line = lines.get(i);
            String both = "entry line " + (i + 1) + " and entry line " + (first + 1) + " are both line " + line.line()
                    + " of entry " + Echo.of(line.entry().isEmpty() ? entry : line.entry());
            if (!line.isEqualBesideNumber(lines.get(first))) {
                issues.add(
                        IssueCode.LINE_TWICE,
                        pointer + "/" + i,
                        both + " and differ in " + differences(line, lines.get(first)),
                        "send each line of an entry summary once, in the version that holds");
            } else if (warnings.wants(IssueCode.LINE_REPEATED)) {
                warnings.add(
                        IssueCode.LINE_REPEATED,
                        pointer + "/" + i,
                        both + ", equal in all else; the counting rules say whether it votes again",
                        "send each line of an entry summary once");
            }
        }
    }

    private static String differences(EntryLine one, EntryLine other) {
        return Series.of(LineField.differing(one, other).stream()
                .map(field -> "`" + field.key() + "`")
                .toList());
    }
}
