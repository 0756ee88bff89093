package io.centerline.rulebook.language;

import java.util.regex.Pattern;

/**
 * The id of a rule: its prefix names the topic, its digits are never used again.
 *
 * @param text such as {@code MEM-0712}
 */
public record RuleId(String text) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9]{3,5}");

    public RuleId {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("not a rule id: " + text);
        }
    }

    /** Whether a text has the form of an id; the rule itself may not exist. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** The three letters before the dash. */
    public String prefix() {
        return text.substring(0, 3);
    }

    @Override
    public int compareTo(RuleId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
