package io.centerline.tariff;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A chapter, heading or subheading of the tariff: the digits that its numbers start with.
 *
 * @param digits 2, 4 or 6 ASCII digits, chapter 01-76 or 78-99, leading zeros kept
 */
public record HtsLevel(String digits) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{4}\\.?[0-9]{2}");
    private static final Pattern NO_CHAPTER = Pattern.compile("(?:00|77).*");

    public HtsLevel {
        if (!WRITTEN.matcher(digits).matches()
                || digits.contains(".")
                || NO_CHAPTER.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a chapter, heading or subheading: " + digits);
        }
    }

    /** Which level it is. */
    public enum Kind {
        /** Two digits. */
        CHAPTER,
        /** Four digits. */
        HEADING,
        /** Six digits. */
        SUBHEADING
    }

    /** The level that a text is, such as {@code 84}, {@code 8471}, {@code 8471.30} or {@code 847130}; empty for any other. */
    public static Optional<HtsLevel> find(String text) {
        return WRITTEN.matcher(text).matches() && !NO_CHAPTER.matcher(text).matches()
                ? Optional.of(new HtsLevel(text.replace(".", "")))
                : Optional.empty();
    }

    /** Which level it is. */
    public Kind kind() {
        return switch (digits.length()) {
            case 2 -> Kind.CHAPTER;
            case 4 -> Kind.HEADING;
            default -> Kind.SUBHEADING;
        };
    }

    /** As the tariff prints it: {@code 84}, {@code 8471}, {@code 8471.30}. */
    public String text() {
        return digits.length() == 6 ? digits.substring(0, 4) + "." + digits.substring(4) : digits;
    }
}
