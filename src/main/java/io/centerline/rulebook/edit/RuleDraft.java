package io.centerline.rulebook.edit;

import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * A membership rule to be written.
 *
 * @param id its id, which no rule had before
 * @param name what its name says behind the id
 * @param citation the source
 * @param standing what it rests on
 * @param days when it is in force
 * @param range the numbers, and whose they are
 * @param comment the reason, in sentences
 */
record RuleDraft(
        RuleId id, String name, String citation, Standing standing, InForce days, NumberRange range, String comment) {
    private static final int WIDTH = 117;

    /** The rule as files hold it. */
    String text() {
        return remark(comment)
                + "rule " + quoted(id + " " + name) + "\n"
                + "    @id(\"" + id + "\") @citation(" + quoted(citation) + ")\n"
                + "    @standing(\"" + standing.text() + "\") @inForce(\"" + days + "\")\n"
                + "when\n"
                + "    $hts : HtsNumber( " + claim(range) + " )\n"
                + "then\n"
                + "    insert(new Membership($hts, Center." + range.center().name() + "));\n"
                + "end\n";
    }

    /** A range as conditions claim it. */
    static String claim(NumberRange range) {
        String level = range.level();
        return range.from() == range.to()
                ? level + " == " + range.from()
                : level + " >= " + range.from() + ", " + level + " <= " + range.to();
    }

    /** Sentences as comment lines. */
    static String remark(String comment) {
        StringBuilder lines = new StringBuilder();
        wrapped(comment, WIDTH).forEach(line -> lines.append("// ").append(line).append('\n'));
        return lines.toString();
    }

    /** A text in lines that are no longer than a width, unless a word is. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** A text in quotation marks, as rule files and YAML write it. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
