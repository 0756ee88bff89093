package io.centerline.facts;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The codes of entry types that CBP uses, as far as they are known here (ACE CATAIR, entry summary; 19 CFR parts 18, 141 to
 * 146 and 190). CBP adds codes now and then, so another one is taken, with a warning.
 */
public final class EntryTypes {
    private static final BitSet KNOWN = new BitSet();

    static {
        IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 21, 22, 23, 24, 25, 26, 31, 32, 33, 34, 36, 37, 38, 51, 52)
                .forEach(KNOWN::set);
        IntStream.rangeClosed(41, 47).forEach(KNOWN::set);
        IntStream.rangeClosed(61, 66).forEach(KNOWN::set);
        IntStream.of(69, 70, 86).forEach(KNOWN::set);
    }

    private EntryTypes() {}

    /**
     * Adds a type to others unless it is known.
     *
     * @param type the number of an entry type; 0 for none, which is no unknown one
     */
    public static void addUnknown(int type, BitSet unknown) {
        if (type != 0 && !KNOWN.get(type)) {
            unknown.set(type);
        }
    }
}
