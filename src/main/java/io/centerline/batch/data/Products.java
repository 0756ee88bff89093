package io.centerline.batch.data;

/**
 * What importers import. Each has a profile: one part of a chapter and a little of others, two chapters in equal parts, many
 * chapters, or what stores sell. Immutable.
 */
final class Products {
    private static final int FOCUSED = 700;
    private static final int OF_TWO = 800;
    private static final int SPREAD = 900;

    private final long seed;
    private final TariffMix tariff;

    Products(DataPlan plan, TariffMix tariff) {
        this.seed = Chance.of(plan.seed(), 5);
        this.tariff = tariff;
    }

    /** The number of the goods of one line. */
    int number(int importer, long bits) {
        long of = Chance.of(seed, importer);
        int profile = Chance.below(of, 1000);
        double part = Chance.fraction(bits);
        long more = Chance.of(bits, 1);
        if (profile < FOCUSED) {
            // From 80 % to all of the lines lie in the home chapter.
            int home = 800 + Chance.below(Chance.of(of, 1), 200);
            if (Chance.below(more, 1000) < home) {
                return tariff.number(tariff.chapter(Chance.of(of, 2)), Chance.of(of, 3), 24, square(part));
            }
            return product(of, Chance.below(Chance.of(bits, 2), 20));
        }
        if (profile < OF_TWO) {
            long side = Chance.of(of, 4 + (more & 1));
            return tariff.number(tariff.chapter(side), Chance.of(side, 1), 8, square(part));
        }
        if (profile < SPREAD) {
            return product(of, Chance.below(more, 12));
        }
        long shelf = Chance.of(of, 100 + (long) (part * part * 60));
        return tariff.number(TariffMix.consumerChapter(shelf), Chance.of(shelf, 1), 4, more);
    }

    /** One of a few products anywhere in the tariff. */
    private int product(long of, int which) {
        long product = Chance.of(of, 1000L + which);
        return tariff.number(tariff.chapter(product), Chance.of(product, 1), 1, 0);
    }

    /** Small ones more often than large ones. */
    private static long square(double part) {
        return ((long) (part * part * 0x1.0p63)) * 2;
    }
}
