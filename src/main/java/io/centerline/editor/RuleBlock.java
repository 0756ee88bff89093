package io.centerline.editor;

import io.centerline.rulebook.language.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a rule stands in a text, read or not: from its word {@code rule} to its word {@code end}, or to the next rule.
 *
 * @param from its first letter
 * @param to behind its last one
 * @param nameFrom the first letter of its name; {@code from} without one
 * @param nameTo behind its name
 * @param id the id its name starts with, else that of its annotation; empty without one
 * @param title its name behind the id
 * @param when behind the word {@code when}; {@code to} without one
 * @param then behind the word {@code then}; {@code to} without one
 */
record RuleBlock(int from, int to, int nameFrom, int nameTo, String id, String title, int when, int then) {
    private static final Pattern WORD = Pattern.compile("\\b(rule|when|then|end)\\b");
    private static final Pattern NAME = Pattern.compile("\\Grule[ \\t]+\"([^\"\n]*)\"?");
    private static final Pattern ID = Pattern.compile("[A-Z]{3}-[0-9]{1,6}");
    private static final Pattern ANNOTATED = Pattern.compile("@id\\s*\\(\\s*\"([^\"\n]*)\"");

    /** The rules of a text. */
    static List<RuleBlock> list(String text) {
        List<RuleBlock> blocks = new ArrayList<>();
        Matcher word = WORD.matcher(SourceText.withoutCommentsAndTexts(text));
        int from = -1;
        int when = -1;
        int then = -1;
        while (word.find()) {
            switch (word.group()) {
                case "rule" -> {
                    if (from >= 0) {
                        blocks.add(of(text, from, word.start(), when, then));
                    }
                    from = word.start();
                    when = -1;
                    then = -1;
                }
                case "when" -> when = when < 0 ? word.end() : when;
                case "then" -> then = then < 0 ? word.end() : then;
                default -> {
                    if (from >= 0) {
                        blocks.add(of(text, from, word.end(), when, then));
                        from = -1;
                    }
                }
            }
        }
        if (from >= 0) {
            blocks.add(of(text, from, text.length(), when, then));
        }
        return List.copyOf(blocks);
    }

    private static RuleBlock of(String text, int from, int to, int when, int then) {
        Matcher name = NAME.matcher(text).region(from, to);
        boolean named = name.find();
        String told = named ? name.group(1) : "";
        Matcher id = ID.matcher(told);
        String number = id.lookingAt() ? id.group() : "";
        if (number.isEmpty()) {
            Matcher annotated = ANNOTATED.matcher(text).region(from, to);
            number = annotated.find() ? annotated.group(1) : "";
        }
        return new RuleBlock(
                from,
                to,
                named ? name.start(1) : from,
                named ? name.end(1) : from,
                number,
                (told.startsWith(number) ? told.substring(number.length()) : told).strip(),
                when < 0 ? to : when,
                then < 0 ? to : then);
    }

    /** Whether an offset lies in the rule. */
    boolean holds(int offset) {
        return from <= offset && offset <= to;
    }
}
