package io.centerline.placement;

import io.centerline.placement.Explanation.Flip;
import io.centerline.placement.Question.Prospect;
import io.centerline.rulebook.language.LineFunction;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the fewest more lines in another Center that would place the importer there, by asking the rules.
 *
 * <p>A rule compares numbers that change steadily with the lines, so each answer of the rules comes with the number of
 * lines up to which it stays. The search goes from one such number to the next, and misses none between.
 */
final class Flips {
    private final Tallies tallies;
    private final Question question;
    private final Outcome present;

    Flips(Tallies tallies, Question question, Outcome present) {
        this.tallies = tallies;
        this.question = question;
        this.present = present;
    }

    /** One for each Center that has a line, is not the present one, and can be gained by more lines; in their order. */
    List<Flip> list() {
        List<Flip> flips = new ArrayList<>();
        for (Center center : Center.values()) {
            if (tallies.count(center) > 0 && !isPlaced(present, center)) {
                flip(center).ifPresent(flips::add);
            }
        }
        return flips;
    }

    private Optional<Flip> flip(Center center) {
        long pendingAt = 0;
        long lines = 1;
        while (lines < LineFunction.NEVER) {
            Prospect prospect = ask(center, lines);
            if (isPlaced(prospect.outcome(), center)) {
                return Optional.of(flip(center, lines, pendingAt, lostAt(center, prospect.turn())));
            }
            if (pendingAt == 0 && isPending(prospect.outcome()) && !isPending(present)) {
                pendingAt = lines;
            }
            lines = prospect.turn();
        }
        return Optional.empty();
    }

    /** The least number of lines, from one on, that does not place the importer in the Center; 0 when there is none. */
    private long lostAt(Center center, long from) {
        long lines = from;
        while (lines < LineFunction.NEVER) {
            Prospect prospect = ask(center, lines);
            if (!isPlaced(prospect.outcome(), center)) {
                return lines;
            }
            lines = prospect.turn();
        }
        return 0;
    }

    private Flip flip(Center center, long lines, long pendingAt, long lostAt) {
        String sentence = (lines == 1 ? "1 more line in " : lines + " more lines in ")
                + center.title()
                + (isPending(present) ? " would place it there" : " would move it there")
                + (pendingAt > 0 ? "; with " + pendingAt + " more the case would be pending" : "")
                + (lostAt > 0 ? "; with " + lostAt + " more it would no longer be there" : "");
        return new Flip(center, lines, pendingAt, lostAt, sentence);
    }

    private Prospect ask(Center center, long lines) {
        return question.prospect(new AddedLines(tallies, center, lines));
    }

    private static boolean isPlaced(Outcome outcome, Center center) {
        return outcome instanceof Outcome.Placed placed && placed.center() == center;
    }

    private static boolean isPending(Outcome outcome) {
        return outcome instanceof Outcome.Pending;
    }
}
