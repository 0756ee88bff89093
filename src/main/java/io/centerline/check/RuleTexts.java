package io.centerline.check;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the rule files, to point into. Safe for any number of threads. */
final class RuleTexts {
    private static final Pattern NAME = Pattern.compile("rule\\s+\"(?:[^\"\\\\]|\\\\.)*\"");

    private final RuleFiles files;
    private final FileLines lines;

    RuleTexts(RuleFiles files) {
        this.files = files;
        this.lines = new FileLines(files::textOf);
    }

    /** Whether there is anything in the file of a place. */
    boolean has(SourcePlace place) {
        return !files.textOf(place).isEmpty();
    }

    /** At the name of a rule. */
    Finding atName(Rule rule, String message, String help) {
        Matcher name = NAME.matcher(line(rule.place()));
        int column = rule.place().column();
        boolean here = column <= line(rule.place()).length() && name.find(column - 1) && name.start() == column - 1;
        return finding(rule.place(), here ? name.end() - name.start() : 4, message, help);
    }

    /** At the first condition of a rule; of a membership rule, its range. */
    Finding atCondition(Rule rule, String message, String help) {
        return finding(rule.conditionPlace(), rule.conditionText().length(), message, help);
    }

    /** At the interval of a rule. */
    Finding atInterval(Rule rule, String message, String help) {
        String text = files.textOf(rule.place());
        int at = text.indexOf("@inForce", offset(text, rule.place()));
        if (at < 0) {
            return atName(rule, message, help);
        }
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - text.lastIndexOf('\n', at);
        int end = text.indexOf(')', at);
        return finding(new SourcePlace(rule.place().file(), line, column), Math.max(8, end + 1 - at), message, help);
    }

    /** At one comparison, up to the comma or parenthesis behind it. */
    Finding atComparison(SourcePlace place, String message, String help) {
        String rest = line(place);
        int from = Math.min(place.column() - 1, rest.length());
        int width = 0;
        while (from + width < rest.length() && ",;)".indexOf(rest.charAt(from + width)) < 0) {
            width++;
        }
        return finding(place, rest.substring(from, from + width).stripTrailing().length(), message, help);
    }

    /** At any place of a rule file. */
    Finding finding(SourcePlace place, int width, String message, String help) {
        return new Finding(place, Math.max(1, width), message, help, line(place));
    }

    private String line(SourcePlace place) {
        return lines.at(place);
    }

    private static int offset(String text, SourcePlace place) {
        int at = 0;
        for (int line = 1; line < place.line() && at >= 0; line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return Math.max(0, at) + place.column() - 1;
    }
}
