package io.centerline.batch.data;

/** How many lines and entries each importer has. Entries are numbered through, importer after importer. Immutable. */
final class ImporterSizes {
    /** Lines of an entry on average, by importer, and how many per mille of the importers have them. */
    private static final int[] LINES_OF_AN_ENTRY = {1, 2, 3, 5, 8, 14, 30};

    private static final int[] PER_MILLE = {30, 100, 250, 500, 750, 900, 1000};

    private final long seed;
    private final int[] lines;
    private final long[] before;
    private final int[] guide;
    private final int shift;

    ImporterSizes(DataPlan plan) {
        seed = Chance.of(plan.seed(), 1);
        lines = lines(plan);
        before = new long[lines.length + 1];
        for (int i = 0; i < lines.length; i++) {
            int usual = usual(i);
            before[i + 1] = before[i] + (lines[i] + usual - 1) / usual;
        }
        shift = Math.max(0, 63 - Long.numberOfLeadingZeros(Math.max(1, entries() / lines.length)));
        guide = new int[(int) (entries() >>> shift) + 2];
        int importer = 0;
        for (int i = 0; i < guide.length; i++) {
            while (importer < lines.length - 1 && before[importer + 1] <= (long) i << shift) {
                importer++;
            }
            guide[i] = importer;
        }
    }

    /** How many entries there are; a few have no lines. */
    long entries() {
        return before[lines.length];
    }

    /** Whose an entry is. */
    int importerOf(long entry) {
        int slot = (int) (entry >>> shift);
        int low = guide[slot];
        int high = guide[slot + 1];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= entry) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The first entry of an importer. */
    long firstEntry(int importer) {
        return before[importer];
    }

    /** How many entries an importer has. */
    int entriesOf(int importer) {
        return (int) (before[importer + 1] - before[importer]);
    }

    /** How many lines an importer has. */
    int linesOf(int importer) {
        return lines[importer];
    }

    /** How many lines an entry of an importer has, from 0 to twice as many as are usual. */
    int linesOf(int importer, int entry) {
        return (int) (lineBefore(importer, entry + 1) - lineBefore(importer, entry));
    }

    private long lineBefore(int importer, int entry) {
        int entries = entriesOf(importer);
        if (entry == 0 || entry == entries) {
            return entry == 0 ? 0 : lines[importer];
        }
        double moved = entry + Chance.fraction(Chance.of(seed + importer, entry)) - 0.5;
        return (long) (moved * lines[importer] / entries);
    }

    private int usual(int importer) {
        int mille = Chance.below(Chance.of(seed, importer), 1000);
        int kind = 0;
        while (mille >= PER_MILLE[kind]) {
            kind++;
        }
        return LINES_OF_AN_ENTRY[kind];
    }

    /** The lines of each importer, the largest ones anywhere among the others. */
    private static int[] lines(DataPlan plan) {
        int size = plan.importers();
        Concentration shares = new Concentration(plan.lines(), size);
        Permutation order = new Permutation(size, Chance.of(plan.seed(), 2));
        int[] lines = new int[size];
        long given = 0;
        for (int rank = 0; rank < size; rank++) {
            long least = given + 1;
            long most = plan.lines() - (size - rank - 1);
            long upTo = rank == size - 1 ? most : Math.round(shares.upTo(rank + 1));
            upTo = Math.min(most, Math.max(least, upTo));
            lines[(int) order.at(rank)] = (int) (upTo - given);
            given = upTo;
        }
        return lines;
    }
}
