package io.centerline.facts;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a case are the same line of an entry summary: they have the same entry number and line number. Entry numbers
 * are compared as {@link EntrySummary#bare} says. A line without entry number, or whose line number is 0, is no
 * other line's double. Immutable.
 */
public final class RepeatedLines {
    /** The answer for lines nobody asks about: none repeats. */
    public static final RepeatedLines NONE = new RepeatedLines(null, new BitSet());

    /** Nobody outside can choose numbers that fall together. */
    private static final long FACTOR = new SecureRandom().nextLong() | 1;

    /** By position, the first line that is the same one; null when no line repeats. */
    private final int @Nullable [] firsts;

    /** The first lines of which another version exists. */
    private final BitSet differing;

    private RepeatedLines(int @Nullable [] firsts, BitSet differing) {
        this.firsts = firsts;
        this.differing = differing;
    }

    /** Compares the lines of a case. */
    public static RepeatedLines of(List<EntryLine> lines) {
        return of(lines, "");
    }

    /** Compares the lines of one entry, which need not repeat its number. */
    public static RepeatedLines of(List<EntryLine> lines, String entry) {
        return new Finder(lines, entry, EntrySummary::counts).find();
    }

    /** Compares the lines of a case as was done once: only the dash and the blank of ASCII do not count. */
    public static RepeatedLines ofPlainSpellings(List<EntryLine> lines) {
        return new Finder(lines, "", c -> c != '-' && c != ' ').find();
    }

    /** Which characters of an entry number count. */
    @FunctionalInterface
    private interface Counting {
        boolean counts(char c);
    }

    /** Whether any line repeats another one. */
    public boolean any() {
        return firsts != null;
    }

    /** The first line that is the same as the one at a position; this position itself when it is the first. */
    public int firstOf(int position) {
        return firsts == null ? position : firsts[position];
    }

    /** Whether the lines that are the same as the one at a position are not all equal in all else. */
    public boolean hasVersions(int position) {
        return firsts != null && differing.get(firsts[position]);
    }

    /** A table of the first lines, by a hash of what is compared; places hold a position plus one. */
    private static final class Finder {
        private final List<EntryLine> lines;
        private final String entry;
        private final Counting counting;
        private final int[] table;
        private int @Nullable [] firsts;
        private final BitSet differing = new BitSet();

        Finder(List<EntryLine> lines, String entry, Counting counting) {
            this.lines = lines;
            this.entry = entry;
            this.counting = counting;
            this.table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, lines.size())) * 4)];
        }

        RepeatedLines find() {
            for (int i = 0; i < lines.size(); i++) {
                EntryLine line = lines.get(i);
                String number = number(line);
                int place = line.line() == 0 ? -1 : place(number, line.line());
                if (place >= 0) {
                    put(i, number, place);
                }
            }
            return firsts == null ? NONE : new RepeatedLines(firsts, differing);
        }

        private String number(EntryLine line) {
            return line.entry().isEmpty() ? entry : line.entry();
        }

        private void put(int position, String number, int start) {
            EntryLine line = lines.get(position);
            for (int place = start; ; place = (place + 1) & (table.length - 1)) {
                if (table[place] == 0) {
                    table[place] = position + 1;
                    return;
                }
                int other = table[place] - 1;
                EntryLine first = lines.get(other);
                if (first.line() == line.line() && isSame(number(first), number)) {
                    repeat(position, other);
                    return;
                }
            }
        }

        private void repeat(int position, int first) {
            if (firsts == null) {
                firsts = new int[lines.size()];
                for (int i = 0; i < firsts.length; i++) {
                    firsts[i] = i;
                }
            }
            firsts[position] = first;
            if (!lines.get(position).isEqualBesideNumber(lines.get(first))) {
                differing.set(first);
            }
        }

        /** Where a line is looked for first; -1 when its entry number has no character that is compared. */
        private int place(String number, int line) {
            long hash = 0;
            boolean empty = true;
            for (int i = 0; i < number.length(); i++) {
                char c = number.charAt(i);
                if (!isLeftOut(c)) {
                    hash = (hash + Character.toUpperCase(c)) * FACTOR;
                    empty = false;
                }
            }
            hash = (hash + line) * FACTOR;
            return empty ? -1 : (int) (hash >>> 32) & (table.length - 1);
        }

        private boolean isSame(String one, String other) {
            if (one.equals(other)) {
                return true;
            }
            int j = 0;
            for (int i = 0; i < one.length(); i++) {
                char c = one.charAt(i);
                if (!isLeftOut(c)) {
                    j = next(other, j);
                    if (j == other.length() || Character.toUpperCase(other.charAt(j)) != Character.toUpperCase(c)) {
                        return false;
                    }
                    j++;
                }
            }
            return next(other, j) == other.length();
        }

        private int next(String text, int from) {
            int i = from;
            while (i < text.length() && isLeftOut(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private boolean isLeftOut(char c) {
            return !counting.counts(c);
        }
    }
}
