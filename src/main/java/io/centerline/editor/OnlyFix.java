package io.centerline.editor;

import io.centerline.rulebook.language.Finding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends findings whose help names no text to write, though only one would do. */
final class OnlyFix {
    private static final Pattern LEADING_ZERO = Pattern.compile("`([0-9.]+)` starts with a zero, .*");
    private static final Pattern PERCENT = Pattern.compile("write ([0-9.]+) % as `([0-9.]+)`");
    private static final Pattern NO_END = Pattern.compile("the rule that starts here has no `end`");
    private static final Pattern SAYS = Pattern.compile("[ \\t]*@says\\s*\\(\\s*\"(?:[^\"\\\\\n]|\\\\.)*\"\\s*\\)");
    private static final Pattern USED_ID = Pattern.compile("the id `SRC-[0-9]+` stands in line [0-9]+ too");
    private static final Pattern SOURCE_ID = Pattern.compile("\\bSRC-([0-9]{3,4})\\b");
    private static final String UNPRINTED = "no decision prints a sentence of a membership rule";

    private final SourceFile source;
    private final Finding finding;
    private final String text;
    private final int from;
    private final int to;

    private OnlyFix(SourceFile source, Finding finding, int at) {
        this.source = source;
        this.finding = finding;
        this.text = source.text();
        this.from = at;
        this.to = Math.min(text.length(), at + finding.width());
    }

    /** What mends a finding that stands at an offset. */
    static Optional<QuickFix> of(SourceFile source, Finding finding, int at) {
        OnlyFix fix = new OnlyFix(source, finding, at);
        return fix.zero().or(fix::percent).or(fix::end).or(fix::says).or(fix::id);
    }

    private Optional<QuickFix> zero() {
        Matcher told = LEADING_ZERO.matcher(finding.message());
        if (!told.matches() || !text.startsWith(told.group(1), from)) {
            return Optional.empty();
        }
        String number = told.group(1).replaceFirst("^0+(?=[0-9])", "");
        return fix("Write `" + number + "`", from, from + told.group(1).length(), number);
    }

    /** A percentage where a part of one is meant. */
    private Optional<QuickFix> percent() {
        Matcher told = PERCENT.matcher(finding.help());
        if (!told.matches()) {
            return Optional.empty();
        }
        Matcher number = Pattern.compile("(?<![0-9.])" + Pattern.quote(told.group(1)) + "(?![0-9.])")
                .matcher(text)
                .region(from, to);
        return number.find()
                ? fix("Write `" + told.group(2) + "`", number.start(), number.end(), told.group(2))
                : Optional.empty();
    }

    /** Closes a rule before what stands above the next one. */
    private Optional<QuickFix> end() {
        RuleBlock block = source.blocks().stream()
                .filter(each -> each.holds(from))
                .findFirst()
                .orElse(null);
        if (block == null || !NO_END.matcher(finding.message()).matches() || block.then() == block.to()) {
            return Optional.empty();
        }
        int last = text.indexOf(';', block.then());
        return last < 0 || last >= block.to()
                ? Optional.empty()
                : fix("Close the rule with `end`", last + 1, last + 1, "\nend");
    }

    private Optional<QuickFix> says() {
        Matcher annotation = SAYS.matcher(text);
        if (!finding.message().equals(UNPRINTED) || !annotation.find(text.lastIndexOf('\n', from) + 1)) {
            return Optional.empty();
        }
        boolean line = text.startsWith("\n", annotation.end())
                && (annotation.start() == 0 || text.charAt(annotation.start() - 1) == '\n');
        return fix("Take `@says` away", annotation.start(), annotation.end() + (line ? 1 : 0), "");
    }

    private Optional<QuickFix> id() {
        if (!USED_ID.matcher(finding.message()).matches()) {
            return Optional.empty();
        }
        int last = SOURCE_ID
                .matcher(text)
                .results()
                .mapToInt(each -> Integer.parseInt(each.group(1)))
                .max()
                .orElse(0);
        String next = "SRC-%03d".formatted(last + 1);
        return fix("Give it the next free id, " + next, from, to, next);
    }

    private Optional<QuickFix> fix(String title, int start, int end, String with) {
        return Optional.of(QuickFix.of(title, source.path(), QuickFixes.replaced(text, start, end, with)));
    }
}
