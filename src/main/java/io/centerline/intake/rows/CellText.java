package io.centerline.intake.rows;

/** The text of a cell without what spreadsheets put around it. */
final class CellText {
    private CellText() {}

    /** The text without blanks around it, the wrapper {@code ="…"} and a leading apostrophe. */
    static String of(String cell) {
        int length = cell.length();
        if (length == 0) {
            return cell;
        }
        char first = cell.charAt(0);
        char last = cell.charAt(length - 1);
        // Most cells begin and end with a letter, a digit or a sign, and are taken as they are.
        if (isPlain(first) && first != '\'' && first != '=' && isPlain(last)) {
            return cell;
        }
        String text = cell.strip();
        while (!text.isEmpty() && isBlank(text.charAt(0))) {
            text = text.substring(1);
        }
        while (!text.isEmpty() && isBlank(text.charAt(text.length() - 1))) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.length() > 2 && text.startsWith("=\"") && text.endsWith("\"")) {
            return text.substring(2, text.length() - 1).replace("\"\"", "\"").strip();
        }
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7F;
    }

    /** Blanks that {@link String#strip} leaves. */
    private static boolean isBlank(char c) {
        return c == '\u00A0' || c == '\u2007' || c == '\u202F' || c == '\uFEFF' || c == '\u200B' || c <= ' ';
    }
}
