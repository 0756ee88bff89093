package io.centerline.rulebook.edit;

import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourceText;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one rule, of which parts are replaced; the rest stays as it is laid out. Not thread-safe. */
final class RuleText {
    private static final String TEXT = "\\s*\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern NAME = Pattern.compile("rule\\s+\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WHEN = Pattern.compile("\\bwhen\\b");
    private static final Pattern NUMBER =
            Pattern.compile("(?:==|!=|<=|>=|<|>)\\s*(-?[0-9]+(?:\\.[0-9]+)?)(?![0-9A-Za-z_.])");
    private static final Pattern CLAIM = Pattern.compile("HtsNumber\\s*\\(\\s*([^()]*?)\\s*\\)");
    private static final Pattern CENTER = Pattern.compile("Center\\.([A-Z_]+)");

    private final TextEdits edits;
    private final String code;

    /** A text that starts with the word {@code rule} and ends behind the rule. */
    RuleText(String text) {
        this.edits = new TextEdits(text);
        this.code = SourceText.withoutComments(text);
    }

    /** A rule as its file has it. */
    static RuleText of(Rule rule, TextEdits file) {
        int start = file.offset(rule.place().line(), rule.place().column());
        return new RuleText(file.text().substring(start, RuleSpan.of(rule, file).end()));
    }

    RuleText name(String id, String title) {
        return replace(find(NAME, 0), escaped(id + " " + title));
    }

    RuleText id(String id) {
        return annotation("id", id);
    }

    RuleText citation(String citation) {
        return annotation("citation", citation);
    }

    RuleText standing(Standing standing) {
        return annotation("standing", standing.text());
    }

    RuleText days(InForce days) {
        return annotation("inForce", days.toString());
    }

    /** The sentence as {@code @says} writes it; empty when the rule has none of its own. */
    String says() {
        Matcher says = Pattern.compile("@says" + TEXT).matcher(code);
        return says.find() ? says.group(1) : "";
    }

    /** Another sentence, written as {@link #says} gives it. */
    RuleText says(String raw) {
        return replace(find(Pattern.compile("@says" + TEXT), 0), raw);
    }

    /** Another number in place of one that conditions compare with; the first is 0. */
    RuleText number(int index, String number) {
        Matcher numbers = NUMBER.matcher(SourceText.withoutCommentsAndTexts(code));
        int at = find(WHEN, 0).start();
        for (int i = 0; i <= index; i++) {
            if (!numbers.find(at)) {
                throw new IllegalStateException("a rule that was read has the numbers of its conditions");
            }
            at = numbers.end();
        }
        return replace(numbers, number);
    }

    /** Other numbers that a membership rule claims. */
    RuleText range(NumberRange range) {
        return replace(find(CLAIM, find(WHEN, 0).end()), RuleDraft.claim(range));
    }

    /** Another Center that a membership rule concludes. */
    RuleText center(Center center) {
        return replace(find(CENTER, find(WHEN, 0).end()), center.name());
    }

    String applied() {
        return edits.applied();
    }

    private RuleText annotation(String word, String text) {
        return replace(find(Pattern.compile("@" + word + TEXT), 0), escaped(text));
    }

    private Matcher find(Pattern pattern, int from) {
        Matcher found = pattern.matcher(code);
        if (!found.find(from)) {
            throw new IllegalStateException("a rule that was read has `" + pattern + "`");
        }
        return found;
    }

    private RuleText replace(Matcher found, String with) {
        edits.replace(found.start(1), found.end(1), with);
        return this;
    }

    private static String escaped(String text) {
        String quoted = RuleDraft.quoted(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
