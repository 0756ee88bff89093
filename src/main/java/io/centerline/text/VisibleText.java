package io.centerline.text;

import java.util.Locale;

/** Received text made fit to be shown in a message: in backticks, cut, nothing invisible left in it. */
public final class VisibleText {

    private static final int MOST_CHARACTERS = 60;

    private VisibleText() {}

    /**
     * The text in backticks; control, format and unpaired surrogate characters escaped, cut after 60 characters, and anything
     * that may be a social security number masked.
     */
    public static String of(String received) {
        return asReceived(Echo.maskAll(received));
    }

    /** The same with nothing masked, for text that is known to be a tariff number. */
    public static String asReceived(String received) {
        StringBuilder shown = new StringBuilder("`");
        int at = 0;
        for (int count = 0; at < received.length() && count < MOST_CHARACTERS; count++) {
            int c = received.codePointAt(at);
            append(shown, c);
            at += Character.charCount(c);
        }
        return shown.append(at < received.length() ? "…`" : "`").toString();
    }

    /** One character in backticks, with its code point when it is not plain ASCII: {@code `８` (U+FF18)}. */
    public static String ofCharacter(int c) {
        StringBuilder shown = new StringBuilder("`");
        append(shown, c);
        shown.append('`');
        return c > ' ' && c < 0x7F
                ? shown.toString()
                : shown.append(String.format(Locale.ROOT, " (U+%04X)", c)).toString();
    }

    private static void append(StringBuilder shown, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            default -> shown.appendCodePoint(c);
        }
    }
}
