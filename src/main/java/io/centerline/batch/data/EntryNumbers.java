package io.centerline.batch.data;

/**
 * The numbers of entries: the code of a filer, seven digits and a check digit (CATAIR, appendix E). Entries that follow each
 * other are of one filer, so that an importer has one or a few. Immutable.
 */
final class EntryNumbers {
    private static final int SEQUENCES = 10_000_000;
    private static final int CODES = 36 * 36 * 36;
    private static final int CODE_STEP = 7919;

    private final long seed;
    private final long ofAFiler;

    EntryNumbers(DataPlan plan, long entries) {
        seed = Chance.of(plan.seed(), 4);
        long filers = Math.max((entries + SEQUENCES - 1) / SEQUENCES, Math.min(400, Math.max(5, entries / 2000)));
        ofAFiler = (entries + filers - 1) / filers;
    }

    /** The eleven characters of an entry's number. */
    byte[] number(long entry) {
        long filer = entry / ofAFiler;
        byte[] number = new byte[11];
        int code = (int) (((seed >>> 40) + filer * CODE_STEP) % CODES);
        for (int i = 2; i >= 0; i--) {
            int digit = code % 36;
            number[i] = (byte) (digit < 10 ? '0' + digit : 'A' + digit - 10);
            code /= 36;
        }
        int start = Chance.below(Chance.of(seed, filer), (int) (SEQUENCES - ofAFiler + 1));
        int sequence = (int) (start + entry % ofAFiler);
        for (int i = 9; i >= 3; i--) {
            number[i] = (byte) ('0' + sequence % 10);
            sequence /= 10;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = digit(number[i]);
            int product = i % 2 == 1 ? digit * 2 : digit;
            sum += product / 10 + product % 10;
        }
        number[10] = (byte) ('0' + (10 - sum % 10) % 10);
        return number;
    }

    private static int digit(byte c) {
        return c <= '9' ? c - '0' : c >= 'S' ? c - 'S' + 2 : (c - 'A') % 9 + 1;
    }
}
