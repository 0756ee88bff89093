package io.centerline.impact;

import io.centerline.impact.Cause.Side;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Explanation.HeadingCount;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the rules by which two answers to one case differ. */
final class Causes {
    private Causes() {}

    /** Membership first, by heading; then the other rules, by id. */
    static List<Cause> of(CaseAnswer before, CaseAnswer after) {
        List<Cause> causes = new ArrayList<>();
        Map<Integer, Map<Side, Long>> changed = new TreeMap<>();
        count(before, -1, changed);
        count(after, 1, changed);
        changed.forEach((heading, sides) -> causes.addAll(passed(HtsNumber.prefixText(heading, 4), sides)));
        TreeSet<String> gone = others(before);
        TreeSet<String> come = others(after);
        TreeSet<String> all = new TreeSet<>(gone);
        all.addAll(come);
        for (String rule : all) {
            if (!come.contains(rule)) {
                causes.add(new Cause(new Side(rule, ""), null, "", 0));
            } else if (!gone.contains(rule)) {
                causes.add(new Cause(null, new Side(rule, ""), "", 0));
            }
        }
        return causes;
    }

    /** Adds an answer's votes by heading and rule, each with the sign. */
    private static void count(CaseAnswer answer, int sign, Map<Integer, Map<Side, Long>> votes) {
        for (CenterTally tally : answer.tallies()) {
            String center = tally.tally().center().title();
            for (HeadingCount count : tally.headings()) {
                votes.computeIfAbsent(count.heading(), key -> new TreeMap<>())
                        .merge(new Side(count.rule().id().text(), center), sign * count.count(), Long::sum);
            }
        }
    }

    /** Pairs what rules lost in a heading with what others won there, in the order of their ids. */
    private static List<Cause> passed(String heading, Map<Side, Long> changed) {
        Map<Side, Long> winners = new TreeMap<>(changed);
        winners.values().removeIf(difference -> difference <= 0);
        List<Cause> causes = new ArrayList<>();
        changed.forEach((side, difference) -> {
            if (difference < 0) {
                long left = give(heading, side, -difference, winners, causes);
                if (left > 0) {
                    causes.add(new Cause(side, null, heading, left));
                }
            }
        });
        winners.forEach((winner, lines) -> causes.add(new Cause(null, winner, heading, lines)));
        return causes;
    }

    /** Hands lost lines to the winners as far as they go; gives what is left. */
    private static long give(String heading, Side loser, long lost, Map<Side, Long> winners, List<Cause> causes) {
        long left = lost;
        Iterator<Map.Entry<Side, Long>> candidates = winners.entrySet().iterator();
        while (left > 0 && candidates.hasNext()) {
            Map.Entry<Side, Long> winner = candidates.next();
            long lines = Math.min(left, winner.getValue());
            causes.add(new Cause(loser, winner.getKey(), heading, lines));
            left -= lines;
            winner.setValue(winner.getValue() - lines);
            if (winner.getValue() == 0) {
                candidates.remove();
            }
        }
        return left;
    }

    /** The rules that fired and are not about membership. */
    @SuppressWarnings("NonApiType") // its order is used
    private static TreeSet<String> others(CaseAnswer answer) {
        TreeSet<String> others = new TreeSet<>();
        for (RuleId id : answer.rules()) {
            if (!Stage.MEMBERSHIP.prefixes().contains(id.prefix())) {
                others.add(id.text());
            }
        }
        return others;
    }
}
