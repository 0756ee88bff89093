package io.centerline.intake.rows;

import io.centerline.facts.EntrySummary;
import java.security.SecureRandom;

/** Entry numbers as files write them. Stateless, and without allocation, since each row has one. */
final class EntryText {
    private static final int FILER = 3;
    private static final int WITHOUT_FILER = 8;
    private static final int WHOLE = 11;

    /** Nobody outside can choose numbers that fall together. */
    private static final long FACTOR = new SecureRandom().nextLong() | 1;

    private EntryText() {}

    /** A hash that spellings of one entry number share: case does not count, nor what {@link EntrySummary#counts} leaves out. */
    static int hash(String entry, int line) {
        long hash = line;
        for (int i = 0; i < entry.length(); i++) {
            char c = entry.charAt(i);
            if (counts(c)) {
                hash = (hash + upper(c)) * FACTOR;
                hash ^= hash >>> 32;
            }
        }
        return (int) (hash >>> 16);
    }

    /** Whether two texts spell one entry number. */
    static boolean same(String one, String other) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < one.length() && !counts(one.charAt(i))) {
                i++;
            }
            while (j < other.length() && !counts(other.charAt(j))) {
                j++;
            }
            if (i == one.length() || j == other.length()) {
                return i == one.length() && j == other.length();
            }
            if (upper(one.charAt(i++)) != upper(other.charAt(j++))) {
                return false;
            }
        }
    }

    /**
     * How many digits an entry number had that came as a number and lost its leading zeros; 0 when it lost none that is known.
     *
     * @param filer whether its filer stands beside it
     */
    static int lengthOf(String digits, boolean filer) {
        int length = digits.length();
        if (filer && length < WITHOUT_FILER) {
            return WITHOUT_FILER;
        }
        return length > WITHOUT_FILER && length < WHOLE ? WHOLE : 0;
    }

    /** The same for the code of a filer. */
    static int lengthOfFiler(String digits) {
        return digits.length() < FILER ? FILER : 0;
    }

    /** Whether the number lacks the code of its filer. */
    static boolean lacksFiler(String entry) {
        return length(entry) == WITHOUT_FILER;
    }

    /** Whether the text can be the code of a filer. */
    static boolean isFiler(String text) {
        return text.length() == FILER && length(text) == FILER;
    }

    /** Whether a whole entry number begins with the code of this filer. */
    static boolean isOf(String entry, String filer) {
        return length(entry) != WHOLE || same(EntrySummary.bare(entry).substring(0, FILER), filer);
    }

    /**
     * Whether the last digit of a whole entry number checks the others: letters count from 1 as A to I, J to R, and from 2 as S
     * to Z, and every second digit from the right counts twice (CATAIR, appendix E).
     */
    static boolean isChecked(String entry) {
        int sum = 0;
        boolean twice = false;
        int digits = 0;
        for (int i = entry.length() - 1; i >= 0; i--) {
            char c = upper(entry.charAt(i));
            if (!counts(c)) {
                continue;
            }
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'S' ? c - 'S' + 2 : (c - 'A') % 9 + 1;
            int product = twice ? digit * 2 : digit;
            sum += product / 10 + product % 10;
            twice = !twice;
            digits++;
        }
        return digits == WHOLE && sum % 10 == 0;
    }

    /** Whether the text has nothing that would tell entries apart, such as a dash in place of a number. */
    static boolean isNone(String entry) {
        return length(entry) == 0;
    }

    private static int length(String entry) {
        int length = 0;
        for (int i = 0; i < entry.length(); i++) {
            length += counts(entry.charAt(i)) ? 1 : 0;
        }
        return length;
    }

    private static boolean counts(char c) {
        return EntrySummary.counts(c);
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }
}
