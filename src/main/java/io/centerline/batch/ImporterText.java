package io.centerline.batch;

import java.util.Locale;

/**
 * Importer numbers as files write them, so that rows of one EIN come together whatever stands around the number. Texts that are
 * read as numbers of one EIN have one key; that other texts may share a key does no harm. Stateless.
 */
public final class ImporterText {
    private static final int EIN = 10;
    private static final int WITH_SUFFIX = 12;

    private ImporterText() {}

    /** The text without all but letters and digits of ASCII and dashes, in upper case. */
    public static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-') {
                bare.append(c);
            }
        }
        return bare.toString().toUpperCase(Locale.ROOT);
    }

    /** The key of the rows that must come together. */
    public static String key(String text) {
        String bare = bare(text);
        boolean ein = bare.length() == WITH_SUFFIX && bare.charAt(2) == '-';
        return ein ? bare.substring(0, EIN) : bare;
    }
}
