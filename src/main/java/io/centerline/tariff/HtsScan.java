package io.centerline.tariff;

import java.util.ArrayList;
import java.util.List;

/**
 * One pass over a received text: its digits and how they are grouped, with blanks, dots and hyphens taken out.
 *
 * <p>Blanks are all of Unicode's white space and the invisible byte order mark, zero width space, word joiner and
 * Mongolian vowel separator. Hyphens are the ASCII one and Unicode's hyphen and non-breaking hyphen. Digits are ASCII
 * only.
 */
final class HtsScan {

    /** A piece with this many digits between foreign characters or blanks is taken for a number of its own. */
    private static final int DIGITS_OF_A_NUMBER = 6;

    private final StringBuilder digits = new StringBuilder();
    private final List<Integer> groups = new ArrayList<>();
    private final Pieces betweenForeign = new Pieces();
    private final Pieces betweenBlanks = new Pieces();
    private boolean blank = true;
    private boolean groupMissing;
    private boolean afterMark = true;
    private boolean inGroup;
    private int marks;
    private int dots;
    private int foreign = -1;
    private int foreignPosition;

    HtsScan(String received) {
        int position = 0;
        for (int at = 0; at < received.length(); at += Character.charCount(received.codePointAt(at))) {
            position++;
            take(received.codePointAt(at), position);
        }
        betweenForeign.close();
        betweenBlanks.close();
    }

    private void take(int c, int position) {
        if (isBlank(c)) {
            inGroup = false;
            betweenBlanks.close();
            if (c == '\n' || c == '\r') {
                betweenForeign.close();
            }
            return;
        }
        blank = false;
        if (c >= '0' && c <= '9') {
            digit(c);
        } else if (c == '.' || isHyphen(c)) {
            groupMissing |= afterMark;
            afterMark = true;
            inGroup = false;
            marks++;
            dots += c == '.' ? 1 : 0;
        } else {
            inGroup = false;
            betweenForeign.close();
            betweenBlanks.close();
            if (foreign < 0) {
                foreign = c;
                foreignPosition = position;
            }
        }
    }

    private void digit(int c) {
        digits.append((char) c);
        if (inGroup) {
            groups.set(groups.size() - 1, groups.get(groups.size() - 1) + 1);
        } else {
            groups.add(1);
        }
        inGroup = true;
        afterMark = false;
        betweenForeign.digits++;
        betweenBlanks.digits++;
    }

    /** Whether there is nothing but blanks. */
    boolean isBlank() {
        return blank;
    }

    String digits() {
        return digits.toString();
    }

    /** How many digits stand between separators, in order. */
    List<Integer> groups() {
        return groups;
    }

    /** Whether a dot or hyphen stands first or directly after another. */
    boolean groupMissing() {
        return groupMissing;
    }

    /** The first character that is neither digit nor separator; -1 when there is none. */
    int foreign() {
        return foreign;
    }

    /** Where {@link #foreign} stands, counted in characters from 1. */
    int foreignPosition() {
        return foreignPosition;
    }

    /** Whether two pieces are each long enough to be a number. */
    boolean holdsSeveral() {
        return betweenForeign.numbers > 1 || betweenBlanks.numbers > 1;
    }

    /**
     * Whether a spreadsheet wrote the number as a decimal number: at least seven digits, one dot, and nothing but zeros.
     * Eight digits and two zeros are a number of ten digits, unusually grouped.
     */
    boolean isFloat() {
        if (groups.size() != 2 || marks != 1 || dots != 1 || groups.get(0) < 7) {
            return false;
        }
        for (int i = groups.get(0); i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return groups.get(0) != 8 || groups.get(1) != 2;
    }

    /** The text with every blank taken out. */
    static String withoutBlanks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isBlank(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0x85
                || c == 0x180E
                || c == 0x200B
                || c == 0x2060
                || c == 0xFEFF;
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == 0x2010 || c == 0x2011;
    }

    /** Counts the pieces that are long enough to be a number. */
    private static final class Pieces {
        private int digits;
        private int numbers;

        void close() {
            numbers += digits >= DIGITS_OF_A_NUMBER ? 1 : 0;
            digits = 0;
        }
    }
}
