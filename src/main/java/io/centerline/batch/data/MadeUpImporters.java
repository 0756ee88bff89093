package io.centerline.batch.data;

import java.nio.charset.StandardCharsets;

/**
 * The numbers and kinds of importers. Most have an EIN, with the suffix 00 or another one; some share theirs with a neighbor
 * under another suffix. Social security numbers begin with 9, as none that was ever issued does.
 */
final class MadeUpImporters {
    private static final int EIN_STEP = 387_420_489;
    private static final int PERSON_STEP = 7_654_321;
    private static final int MILLION = 1_000_000;

    private final long seed;
    private final byte[][] numbers;

    MadeUpImporters(DataPlan plan) {
        seed = Chance.of(plan.seed(), 3);
        numbers = new byte[plan.importers()][];
        int start = Chance.below(Chance.of(seed, -1), 1_000_000_000);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(i, start).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** The number of an importer, as files have it. */
    byte[] number(int importer) {
        return numbers[importer];
    }

    /** 0 for an importer, 1 for a broker, 2 for a courier. */
    int kind(int importer) {
        int chance = Chance.below(Chance.of(seed + 1, importer), MILLION);
        return chance < 1500 ? 1 : chance < 2000 ? 2 : 0;
    }

    private String number(int importer, int start) {
        int chance = Chance.below(Chance.of(seed, importer), MILLION);
        if (chance < 4000) {
            long person = (long) importer * PERSON_STEP % 99_000_000;
            return "9" + digits(person / 990_000 % 100, 2) + "-" + digits(1 + person / 10_000 % 99, 2) + "-"
                    + digits(person % 10_000, 4);
        }
        if (chance < 6000) {
            return digits(10 + importer / 100_000L % 16, 2) + digits(1 + importer % 365L, 3) + "7-"
                    + digits(importer % 100_000L, 5);
        }
        boolean sibling = chance >= 980_000 && importer % 2 == 1;
        long ein = (start + (long) (sibling ? importer - 1 : importer) * EIN_STEP) % 1_000_000_000;
        String suffix = sibling ? "01" : chance >= 960_000 && chance < 980_000 ? "0A" : "00";
        boolean bare = chance >= 6000 && chance < 46_000;
        String text = digits(ein, 9);
        return text.substring(0, 2) + "-" + text.substring(2) + (bare ? "" : suffix);
    }

    private static String digits(long number, int count) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, count - text.length())) + text;
    }
}
