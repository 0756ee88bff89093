package io.centerline.batch.data;

/** Puts the numbers from 0 to below a size into another order, without keeping it: a Feistel network of four rounds. */
final class Permutation {
    private static final int ROUNDS = 4;

    private final long size;
    private final long seed;
    private final int half;
    private final long mask;

    Permutation(long size, long seed) {
        this.size = size;
        this.seed = seed;
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, size - 1));
        half = (bits + 1) / 2;
        mask = (1L << half) - 1;
    }

    /** Which number stands at a place. */
    long at(long place) {
        long number = place;
        do {
            long left = number >>> half;
            long right = number & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = left ^ (Chance.of(seed + round, right) & mask);
                left = right;
                right = next;
            }
            number = left << half | right;
        } while (number >= size);
        return number;
    }

    /** At which place a number stands. */
    long placeOf(long number) {
        long place = number;
        do {
            long left = place >>> half;
            long right = place & mask;
            for (int round = ROUNDS - 1; round >= 0; round--) {
                long before = right ^ (Chance.of(seed + round, left) & mask);
                right = left;
                left = before;
            }
            place = left << half | right;
        } while (place >= size);
        return place;
    }
}
