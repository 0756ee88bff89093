package io.centerline.batch.data;

/**
 * How lines gather at few importers: the top 1 % of them have 56 % of the lines and the top 10 % have 86 %, as bills of lading
 * show. The largest one of 500,000 has about 0.2 %.
 */
final class Concentration {
    private static final double TOP = 0.01;
    private static final double TOP_SHARE = 0.56;
    private static final double TENTH = 0.1;
    private static final double TENTH_SHARE = 0.86;
    private static final double WITHIN_TOP = 0.65;
    private static final double WITHIN_TENTH = StrictMath.log10(TENTH_SHARE / TOP_SHARE);

    private final long lines;
    private final int importers;
    private final double each;

    Concentration(long lines, int importers) {
        this.lines = lines;
        this.importers = importers;
        // What the small importers need to have a line each.
        each = Math.min(1 - TENTH_SHARE, (1 - TENTH) * importers / lines);
    }

    /** How many lines the first importers have together, the largest one first. */
    double upTo(int first) {
        return lines * share((double) first / importers);
    }

    private double share(double part) {
        if (part <= TOP) {
            return TOP_SHARE * StrictMath.pow(part / TOP, WITHIN_TOP);
        }
        if (part <= TENTH) {
            return TOP_SHARE * StrictMath.pow(part / TOP, WITHIN_TENTH);
        }
        double rest = (part - TENTH) / (1 - TENTH);
        double above = 1 - rest;
        return TENTH_SHARE + each * rest + (1 - TENTH_SHARE - each) * (1 - above * above * above);
    }
}
