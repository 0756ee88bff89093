package io.centerline.batch.data;

/** Numbers that look random and depend on nothing but what they are asked for. Stateless. */
final class Chance {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Chance() {}

    /** 64 mixed bits of two numbers (SplitMix64). */
    static long of(long seed, long number) {
        long bits = seed + STEP * (number + 1);
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }

    /** A number from 0 to below a limit, each about as often. */
    static int below(long bits, int limit) {
        return (int) (((bits >>> 33) * limit) >>> 31);
    }

    /** A number from 0 to below 1. */
    static double fraction(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }
}
