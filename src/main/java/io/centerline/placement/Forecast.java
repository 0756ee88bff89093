package io.centerline.placement;

import io.centerline.rulebook.language.LineFunction;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What rules conclude as one line after the other is added to a Center. It goes from one turning point to the next, and
 * reads there only the rules whose own answer may change. Not thread-safe.
 */
final class Forecast {

    /** How often rules may still be read. */
    static final class Readings {
        private int left;

        Readings(int most) {
            this.left = most;
        }

        private boolean take() {
            return left-- > 0;
        }

        /** Whether a reading was refused. */
        boolean areSpent() {
            return left < 0;
        }
    }

    private final List<Rule> rules;
    private final Tallies start;
    private final Center center;
    private final Function<Tallies, List<Object>> facts;
    private final Readings readings;

    /** By rule, from how many lines on it may conclude otherwise. */
    private final long[] turns;

    private final List<Set<Conclusion>> concluded;
    private final Map<Conclusion, Integer> conclusions = new HashMap<>();
    private long lines;

    /**
     * Nothing read yet; {@link #next} goes to the first line.
     *
     * @param rules the rules to be read
     * @param settled what is concluded besides, whatever the lines are
     * @param start the tallies without added lines
     * @param facts the facts that the rules match, for some tallies
     */
    Forecast(
            List<Rule> rules,
            Collection<Conclusion> settled,
            Tallies start,
            Center center,
            Function<Tallies, List<Object>> facts,
            Readings readings) {
        this.rules = rules;
        this.start = start;
        this.center = center;
        this.facts = facts;
        this.readings = readings;
        this.turns = new long[rules.size()];
        Arrays.fill(turns, 1);
        this.concluded = new ArrayList<>(rules.size());
        rules.forEach(rule -> concluded.add(Set.of()));
        settled.forEach(conclusion -> conclusions.merge(conclusion, 1, Integer::sum));
    }

    /**
     * Goes on to the next number of lines at which a conclusion may change.
     *
     * @return false when none is left, or no reading
     */
    boolean next() {
        long turn = LineFunction.NEVER;
        for (long each : turns) {
            turn = Math.min(turn, each);
        }
        return turn < LineFunction.NEVER && read(turn);
    }

    /** The lines added. */
    long lines() {
        return lines;
    }

    /** What is concluded with so many lines. */
    Set<Conclusion> conclusions() {
        return conclusions.keySet();
    }

    private boolean read(long turn) {
        AddedLines added = new AddedLines(start, center, turn);
        List<Object> matched = facts.apply(added.tallies());
        for (int i = 0; i < turns.length; i++) {
            if (turns[i] == turn) {
                if (!readings.take()) {
                    return false;
                }
                Reasoner reasoner = new Reasoner(matched, added, turn);
                replace(i, reasoner.conclusions(rules.get(i)));
                turns[i] = reasoner.turn();
            }
        }
        lines = turn;
        return true;
    }

    private void replace(int rule, Set<Conclusion> now) {
        concluded.get(rule).forEach(gone -> conclusions.computeIfPresent(gone, (key, n) -> n == 1 ? null : n - 1));
        now.forEach(each -> conclusions.merge(each, 1, Integer::sum));
        concluded.set(rule, now);
    }
}
