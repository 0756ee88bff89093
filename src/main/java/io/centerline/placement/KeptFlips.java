package io.centerline.placement;

import io.centerline.placement.Explanation.Flip;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The flips of {@link Practice#FIRST}: how many more lines in another Center would place the importer there, if more
 * lines keep what fewer gained. It first asks where a plurality would turn, and halves the distance where that fails.
 */
final class KeptFlips {
    private final Tallies tallies;
    private final Question question;
    private final Outcome present;
    private Outcome before;

    KeptFlips(Tallies tallies, Question question, Outcome present) {
        this.tallies = tallies;
        this.question = question;
        this.present = present;
        this.before = present;
    }

    List<Flip> list() {
        List<Flip> flips = new ArrayList<>();
        for (Center center : Center.values()) {
            if (tallies.count(center) > 0 && !isPresent(present, center)) {
                flip(center).ifPresent(flips::add);
            }
        }
        return flips;
    }

    private Optional<Flip> flip(Center center) {
        long guess = Math.max(1, tallies.most() - tallies.count(center) + 1);
        long lines = turning(center, guess);
        if (lines == 0) {
            return Optional.empty();
        }
        boolean pendsBefore = !(present instanceof Outcome.Pending) && lines > 1 && before instanceof Outcome.Pending;
        String more = (lines == 1 ? "1 more line in " : lines + " more lines in ") + center.title();
        String sentence = more
                + (present instanceof Outcome.Pending ? " would place it there" : " would move it there")
                + (pendsBefore ? "; with " + (lines - 1) + " more the case would be pending" : "");
        return Optional.of(new Flip(center, lines, pendsBefore ? lines - 1 : 0, 0, sentence));
    }

    /**
     * The fewest lines that place the importer in the Center, 0 when no number does; leaves in {@link #before} what is
     * decided with one line fewer.
     */
    private long turning(Center center, long guess) {
        before = present;
        if (places(center, guess)) {
            if (guess > 1) {
                before = ask(center, guess - 1);
            }
            return isPresent(before, center) ? search(center, 0, guess - 1) : guess;
        }
        long enough = Math.max(64, 4 * (tallies.total() + guess));
        return places(center, enough) ? search(center, guess, enough) : 0;
    }

    /** Halves the distance between a number that does not suffice and one that does. */
    private long search(Center center, long tooFew, long enough) {
        long low = tooFew;
        long high = enough;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (places(center, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        before = low == 0 ? present : ask(center, low);
        return high;
    }

    private boolean places(Center center, long lines) {
        return isPresent(ask(center, lines), center);
    }

    private Outcome ask(Center center, long lines) {
        return question.wouldBe(tallies.plus(center, lines));
    }

    private static boolean isPresent(Outcome outcome, Center center) {
        return outcome instanceof Outcome.Placed placed && placed.center() == center;
    }
}
