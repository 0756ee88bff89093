package io.centerline.cli;

import java.util.Locale;

/** How an input file is written. */
enum InputFormat {
    /** One placement request, as the service takes it. */
    JSON,
    /** Entry lines with an importer column. */
    CSV;

    /** The format a name's ending tells, else the one the content does: only JSON starts with a brace or bracket. */
    static InputFormat of(String name, byte[] content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return JSON;
        }
        return !lower.endsWith(".csv") && startsLikeJson(content) ? JSON : CSV;
    }

    private static boolean startsLikeJson(byte[] content) {
        for (byte b : content) {
            // Blanks, and the bytes of a byte order mark, may stand before the first character.
            boolean passed = b == ' '
                    || b == '\t'
                    || b == '\r'
                    || b == '\n'
                    || b == (byte) 0xEF
                    || b == (byte) 0xBB
                    || b == (byte) 0xBF;
            if (!passed) {
                return b == '{' || b == '[';
            }
        }
        return false;
    }
}
