package io.centerline.batch.data;

/**
 * The lines of the entries at some places of the year, in order. Of a thousand rows about two repeat another line: the one
 * above, or one of an earlier entry. Every fourth of them has another value. Not thread-safe.
 */
final class LineStream {
    private static final int MILLION = 1_000_000;
    private static final int REPEATED = 2000;

    private final MadeUp madeUp;
    private final ImporterSizes sizes;
    private final LineMaker maker;
    private final MadeUpLine current = new MadeUpLine();
    private final MadeUpLine repeated = new MadeUpLine();
    private final long seed;
    private final long end;
    private long place;
    private int importer;
    private int entry;
    private int line;
    private int lines;

    /** The lines of the places from a first one to before an end. */
    LineStream(MadeUp madeUp, long first, long end) {
        this.madeUp = madeUp;
        this.sizes = madeUp.sizes();
        this.maker = new LineMaker(madeUp);
        this.seed = Chance.of(madeUp.plan().seed(), 8);
        this.place = first - 1;
        this.end = end;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() {
        line++;
        while (line >= lines) {
            place++;
            if (place >= end) {
                return false;
            }
            long number = madeUp.order().at(place);
            importer = sizes.importerOf(number);
            entry = (int) (number - sizes.firstEntry(importer));
            line = 0;
            lines = sizes.linesOf(importer, entry);
            if (lines > 0) {
                maker.entry(current, importer, entry, place);
            }
        }
        return true;
    }

    /** The line, until the next one is asked for. */
    MadeUpLine line() {
        long bits = Chance.of(seed + place, line);
        boolean repeats = Chance.below(bits, MILLION) < REPEATED;
        boolean above = (bits & 1) == 0;
        if (repeats && above && line > 0) {
            maker.line(current, importer, entry, line - 1);
            return differing(current, bits);
        }
        if (repeats && !above && entry > 0) {
            long place = madeUp.order().placeOf(sizes.firstEntry(importer) + entry - 1);
            maker.entry(repeated, importer, entry - 1, place);
            maker.line(repeated, importer, entry - 1, 0);
            return differing(repeated, bits);
        }
        maker.line(current, importer, entry, line);
        return current;
    }

    private static MadeUpLine differing(MadeUpLine line, long bits) {
        if ((bits & 6) == 0) {
            line.cents += 10_000;
        }
        return line;
    }
}
