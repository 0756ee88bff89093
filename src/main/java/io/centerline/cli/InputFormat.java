package io.centerline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** How an input file is written. */
enum InputFormat {
    /** One placement request, as the service takes it. */
    JSON,
    /** Entry lines with an importer column. */
    CSV;

    /** The format a name's ending tells, else the one the content does: only JSON starts with a brace or bracket. */
    static InputFormat of(String name, InputStream content) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return JSON;
        }
        return !lower.endsWith(".csv") && startsLikeJson(content) ? JSON : CSV;
    }

    private static boolean startsLikeJson(InputStream content) throws IOException {
        content.mark(Integer.MAX_VALUE);
        int first = content.read();
        // Blanks, and the bytes of a byte order mark, may stand before the first character.
        while (first >= 0 && " \t\r\n\u00EF\u00BB\u00BF".indexOf(first) >= 0) {
            first = content.read();
        }
        content.reset();
        // Forgets the mark, which would keep everything that is read after it.
        content.mark(0);
        return first == '{' || first == '[';
    }
}
