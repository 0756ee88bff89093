package io.centerline.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One fault of a rule file.
 *
 * @param place where it is
 * @param width how many characters it covers, at least 1
 * @param message what is wrong: lower case, no final period, input in backticks
 * @param help what to write instead; empty when the message says it
 * @param sourceLine the text of the line; empty when the file could not be read
 */
public record Finding(SourcePlace place, int width, String message, String help, String sourceLine)
        implements Comparable<Finding> {

    private static final int MOST_LETTERS = 1_000;
    private static final int MOST_OF_A_TEXT = 2_000;

    public Finding {
        message = shortened(message);
        help = shortened(help);
        sourceLine = printable(sourceLine);
    }

    /** Whatever a file holds, many findings about it stay a readable answer. */
    private static String shortened(String text) {
        return text.length() <= MOST_OF_A_TEXT ? text : text.substring(0, MOST_OF_A_TEXT) + "…";
    }

    /** Neither a control sequence nor a turning character of a hostile file reaches a terminal. Columns stay. */
    private static String printable(String line) {
        StringBuilder shown = new StringBuilder();
        line.codePoints().limit(MOST_LETTERS).forEach(c -> {
            boolean plain = (c >= ' ' && c <= '~') || c == '\t' || !TextGuard.isStrange(c);
            shown.append(plain ? Character.toString(c) : "\uFFFD".repeat(Character.charCount(c)));
        });
        return shown + (line.length() > MOST_LETTERS ? "…" : "");
    }

    /**
     * The finding as a person reads it: {@code file:line:column: message}, the line with a caret under the fault, and
     * the help.
     */
    public String render() {
        StringBuilder out = new StringBuilder();
        out.append(place).append(": ").append(message).append('\n');
        if (!sourceLine.isEmpty()) {
            String number = String.valueOf(place.line());
            out.append("  ").append(number).append(" | ").append(sourceLine).append('\n');
            out.append("  ").append(" ".repeat(number.length())).append(" | ").append(indentBefore());
            out.append("^".repeat(Math.max(1, Math.min(width, sourceLine.length() - place.column() + 1))));
            out.append('\n');
        }
        if (!help.isEmpty()) {
            out.append("  help: ").append(help).append('\n');
        }
        return out.toString();
    }

    /** The same with the line taken from the text of its file. */
    public Finding withLineOf(String text) {
        return new Finding(
                place,
                width,
                message,
                help,
                text.lines().skip(place.line() - 1L).findFirst().orElse(""));
    }

    /** All findings in file order, rendered one after the other. */
    public static String renderAll(List<Finding> findings) {
        return findings.stream().sorted().map(Finding::render).collect(Collectors.joining("\n"));
    }

    /** The first findings in file order, and a last one that says so when there are more. */
    public static List<Finding> first(List<Finding> findings, int most) {
        List<Finding> sorted = findings.stream().sorted().toList();
        if (sorted.size() <= most) {
            return sorted;
        }
        List<Finding> told = new ArrayList<>(sorted.subList(0, most));
        told.add(sorted.get(most).more());
        return told;
    }

    /** Says in place of this finding that it and others are not told. */
    public Finding more() {
        return new Finding(place, 1, "there is more to mend from here on", "mend the others first", sourceLine);
    }

    @Override
    public int compareTo(Finding other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }

    private String indentBefore() {
        String before = sourceLine.substring(0, Math.min(place.column() - 1, sourceLine.length()));
        return before.chars().mapToObj(c -> c == '\t' ? "\t" : " ").collect(Collectors.joining());
    }
}
