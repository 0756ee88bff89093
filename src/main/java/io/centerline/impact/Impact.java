package io.centerline.impact;

import io.centerline.facts.Intake;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a candidate rulebook would do to cases that were decided, or could have been, under another.
 *
 * @param before hash of the present rulebook
 * @param after hash of the candidate
 * @param cases how many cases were decided under both
 * @param touched the cases that would get another Center, another status or other reviews, in the order given
 */
public record Impact(String before, String after, int cases, List<Effect> touched) {

    public Impact {
        touched = List.copyOf(touched);
    }

    /**
     * A passage from one Center to another.
     *
     * @param from code of the Center, {@code PNDING} or {@code NOTELG}
     * @param to the same under the candidate
     */
    public record Passage(String from, String to) implements Comparable<Passage> {
        @Override
        public int compareTo(Passage other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    /**
     * Decides every case under both rulebooks.
     *
     * @throws io.centerline.rulebook.RulebookException when a rulebook has no edition for a case
     */
    public static Impact of(Rulebook before, Rulebook after, List<Intake.Accepted> cases) {
        Placement present = new Placement(before);
        Placement candidate = new Placement(after);
        List<Effect> touched = new ArrayList<>();
        for (Intake.Accepted each : cases) {
            Effect effect = Effect.of(
                    present.decide(each.facts(), each.warnings(), Explain.SUMMARY),
                    candidate.decide(each.facts(), each.warnings(), Explain.SUMMARY));
            if (effect.touched()) {
                touched.add(effect);
            }
        }
        return new Impact(before.hash(), after.hash(), cases.size(), touched);
    }

    /** How many cases would get another Center or another status. */
    public long moved() {
        return touched.stream().filter(Effect::moved).count();
    }

    /** The moves by where from and where to. */
    public Map<Passage, Long> passages() {
        Map<Passage, Long> passages = new TreeMap<>();
        touched.stream()
                .filter(Effect::moved)
                .forEach(effect -> passages.merge(
                        new Passage(
                                effect.before().outcome().code(),
                                effect.after().outcome().code()),
                        1L,
                        Long::sum));
        return passages;
    }

    /** How many touched cases each cause had a part in, by its rules. */
    public Map<String, Long> byRule() {
        Map<String, Long> byRule = new TreeMap<>();
        for (Effect effect : touched) {
            effect.causes().stream().map(Cause::rules).distinct().forEach(rules -> byRule.merge(rules, 1L, Long::sum));
        }
        return byRule;
    }
}
