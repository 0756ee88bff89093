package io.centerline.placement;

import io.centerline.rulebook.language.LineFunction;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import org.jspecify.annotations.Nullable;

/**
 * A case with more lines, without value, in one Center; and how what the rules see of it changes with their number.
 *
 * @param start the tallies without them
 * @param center the Center, which has a tally
 * @param lines how many
 */
record AddedLines(Tallies start, Center center, long lines) implements Reasoner.LineFunctions {

    Tallies tallies() {
        return start.plus(center, lines);
    }

    @Override
    public @Nullable LineFunction of(Object fact, String field) {
        if (fact instanceof Totals) {
            return field.equals("counted") ? LineFunction.count(start.total(), 1) : null;
        }
        if (fact instanceof Tally tally) {
            return field.equals("valueShare") ? valueShare(tally) : of(tally.center(), field);
        }
        return null;
    }

    private @Nullable LineFunction of(Center tallied, String field) {
        boolean grows = tallied == center;
        return switch (field) {
            case "count" -> grows ? LineFunction.count(start.count(center), 1) : null;
            case "share" -> LineFunction.share(start.count(tallied), grows ? 1 : 0, start.total(), LineFunction.NEVER);
            case "margin" -> grows ? ownMargin() : marginOf(tallied);
            default -> null;
        };
    }

    /** It stays, and is compared as a ratio, because as a decimal it is cut. */
    private static @Nullable LineFunction valueShare(Tally tally) {
        return tally.totalValue().signum() == 0 ? null : LineFunction.ratio(tally.value(), tally.totalValue());
    }

    private LineFunction ownMargin() {
        return LineFunction.share(
                start.count(center) - start.mostBut(center, center), 1, start.total(), LineFunction.NEVER);
    }

    /** The most of the others is a third Center's until the growing one has as many. */
    private LineFunction marginOf(Center tallied) {
        long own = start.count(tallied);
        long third = start.mostBut(tallied, center);
        long level = third - start.count(center);
        return lines < level
                ? LineFunction.share(own - third, 0, start.total(), level)
                : LineFunction.share(own - start.count(center), -1, start.total(), LineFunction.NEVER);
    }
}
