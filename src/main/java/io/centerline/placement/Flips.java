package io.centerline.placement;

import io.centerline.placement.Explanation.Flip;
import io.centerline.placement.Forecast.Readings;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Finds the fewest more lines in another Center that would bring an answer there, by asking the rules.
 *
 * <p>A rule compares numbers that change steadily with the lines, so each conclusion comes with the number of lines up
 * to which it stays. The search goes from one such number to the next, and misses none between. It ends where rules were
 * read so often that nobody would wait for it; a Center whose search does not end before has no flip. Each Center has its own
 * readings, so that the flips of one do not depend on the search for another.
 */
final class Flips {
    /** For one Center. The shipped rules take a few hundred for all; a thousand rules, each with its own threshold, two thousand. */
    static final int MOST_READINGS = 100_000;

    private final Tallies tallies;
    private final Outcome present;
    private final BiFunction<Center, Readings, Forecast> forecasts;
    private final Function<Collection<Conclusion>, Outcome> outcomes;
    private final int mostReadings;

    private Flips(
            Tallies tallies,
            Outcome present,
            BiFunction<Center, Readings, Forecast> forecasts,
            Function<Collection<Conclusion>, Outcome> outcomes,
            int mostReadings) {
        this.tallies = tallies;
        this.present = present;
        this.forecasts = forecasts;
        this.outcomes = outcomes;
        this.mostReadings = mostReadings;
    }

    /**
     * Flips of the outcome of a case.
     *
     * @param mostReadings how often rules may be read for one Center
     */
    static Flips ofOutcome(Tallies tallies, Question question, Outcome present, int mostReadings) {
        return new Flips(
                tallies,
                present,
                (center, readings) -> question.forecast(tallies, center, readings),
                Ranking::outcome,
                mostReadings);
    }

    /**
     * Flips of an answer that follows from what the count alone says.
     *
     * @param present the answer
     * @param follows what the answer would be for the one Center that the count indicates, or for none
     */
    static Flips ofCount(
            Tallies tallies, Question question, Outcome present, Function<Optional<Center>, Outcome> follows) {
        return new Flips(
                tallies,
                present,
                (center, readings) -> question.forecastOfCount(tallies, center, readings),
                conclusions -> follows.apply(Optional.ofNullable(Ranking.only(conclusions, Basis.PREDOMINANCE))),
                MOST_READINGS);
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
        Readings readings = new Readings(mostReadings);
        Forecast forecast = forecasts.apply(center, readings);
        long pendingAt = 0;
        while (forecast.next()) {
            Outcome outcome = outcomes.apply(forecast.conclusions());
            if (isPlaced(outcome, center)) {
                long lines = forecast.lines();
                long pending = pendingAt;
                OptionalLong lostAt = lostAt(center, forecast, readings);
                return lostAt.isPresent()
                        ? Optional.of(flip(center, lines, pending, lostAt.getAsLong()))
                        : Optional.empty();
            }
            if (pendingAt == 0 && isPending(outcome) && !isPending(present)) {
                pendingAt = forecast.lines();
            }
        }
        return Optional.empty();
    }

    /** The least number of lines from here on that does not keep the Center; 0 for none, empty when nobody can tell. */
    private OptionalLong lostAt(Center center, Forecast forecast, Readings readings) {
        while (forecast.next()) {
            if (!isPlaced(outcomes.apply(forecast.conclusions()), center)) {
                return OptionalLong.of(forecast.lines());
            }
        }
        return readings.areSpent() ? OptionalLong.empty() : OptionalLong.of(0);
    }

    private Flip flip(Center center, long lines, long pendingAt, long lostAt) {
        String sentence = (lines == 1 ? "1 more line in " : lines + " more lines in ")
                + center.title()
                + (isPending(present) ? " would place it there" : " would move it there")
                + (pendingAt > 0 ? "; with " + pendingAt + " more the case would be pending" : "")
                + (lostAt > 0 ? "; with " + lostAt + " more it would no longer be there" : "");
        return new Flip(center, lines, pendingAt, lostAt, sentence);
    }

    private static boolean isPlaced(Outcome outcome, Center center) {
        return outcome instanceof Outcome.Placed placed && placed.center() == center;
    }

    private static boolean isPending(Outcome outcome) {
        return outcome instanceof Outcome.Pending;
    }
}
