package io.centerline.rulebook.edit;

import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the parts of a rule stand in the text of its file, as offsets.
 *
 * @param name the first letter of its name, behind the quotation mark
 * @param nameEnd the quotation mark behind it
 * @param days the first letter of its interval
 * @param daysEnd the quotation mark behind it
 * @param end behind the line with {@code end}
 */
record RuleSpan(int name, int nameEnd, int days, int daysEnd, int end) {
    private static final Pattern NAME = Pattern.compile("rule\\s+\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern DAYS = Pattern.compile("@inForce\\s*\\(\\s*\"([^\"]*)\"");
    private static final Pattern END = Pattern.compile("\\bend\\b[^\n]*\n?");

    /** Finds a rule that was read from this text. */
    static RuleSpan of(Rule rule, TextEdits file) {
        int start = file.offset(rule.place().line(), rule.place().column());
        String code = SourceText.withoutComments(file.text().substring(start));
        Matcher name = NAME.matcher(code);
        Matcher days = DAYS.matcher(code);
        Matcher end = END.matcher(SourceText.withoutCommentsAndTexts(code));
        if (!name.find() || !days.find() || !end.find()) {
            throw new IllegalStateException("a rule that was read has a name, an interval and an end");
        }
        return new RuleSpan(
                start + name.start(1),
                start + name.end(1),
                start + days.start(1),
                start + days.end(1),
                start + end.end());
    }
}
