package io.centerline.impact;

import io.centerline.facts.Facts;
import io.centerline.facts.RoutingFacts;
import io.centerline.impact.Impact.Passage;
import io.centerline.impact.Impact.ReviewChange;
import io.centerline.rulebook.EvaluatorsDisagree;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what a candidate does, case by case. Sums, and the first cases by place, come out the same in whatever order
 * and portions cases are added, so several threads may each add up a part. Not thread-safe.
 */
public final class Figures {
    private static final int MOST_UNDECIDED = 100;

    private final int mostExamples;
    private long cases;
    private long moved;
    private long routings;
    private long movedRoutings;
    private long touched;
    private long gaining;
    private long losing;
    private long undecided;
    private final SortedMap<Passage, Long> passages = new TreeMap<>();
    private final SortedMap<String, Long> byRule = new TreeMap<>();
    private final SortedMap<ReviewCode, ReviewChange> reviews = new TreeMap<>();
    private final TreeSet<Undecided> firstUndecided = new TreeSet<>(Comparator.comparing(Undecided::place));
    private final TreeSet<Example> examples =
            new TreeSet<>(Comparator.comparing(Example::moved).reversed().thenComparing(Example::place));

    /**
     * Nothing yet.
     *
     * @param mostExamples how many touched cases are kept as examples
     */
    public Figures(int mostExamples) {
        this.mostExamples = mostExamples;
    }

    /** Adds a case that was asked; no effect when nothing differs. */
    public void add(CasePlace place, CaseKind kind, Optional<Effect> effect) {
        cases++;
        routings += kind == CaseKind.ROUTING ? 1 : 0;
        effect.ifPresent(difference -> touch(place, difference));
    }

    /**
     * Asks both rulebooks a case and adds it. Where the evaluators of the rules disagree, it could not be asked.
     *
     * @param asOf the day to ask as of; null for the case's own and later ones on which the rulebooks differ
     */
    public void ask(CasePlace place, ImpactComparison comparison, Facts facts, @Nullable LocalDate asOf) {
        ask(
                place,
                CaseKind.PLACEMENT,
                () -> asOf == null ? comparison.effectFrom(facts) : comparison.effect(facts.asOf(asOf)));
    }

    /** The same with the routing of an activity. */
    public void ask(CasePlace place, ImpactComparison comparison, RoutingFacts facts, @Nullable LocalDate asOf) {
        ask(
                place,
                CaseKind.ROUTING,
                () -> asOf == null ? comparison.effectFrom(facts) : comparison.effect(facts.asOf(asOf)));
    }

    private void ask(CasePlace place, CaseKind kind, Supplier<Optional<Effect>> effect) {
        Optional<Effect> difference;
        try {
            difference = effect.get();
        } catch (EvaluatorsDisagree disagree) {
            add(new Undecided(place, String.valueOf(disagree.getMessage())));
            return;
        }
        add(place, kind, difference);
    }

    /** Adds a case that could not be asked. */
    public void add(Undecided missed) {
        undecided++;
        keep(firstUndecided, List.of(missed), MOST_UNDECIDED);
    }

    private void touch(CasePlace place, Effect effect) {
        touched++;
        if (effect.moved()) {
            moved++;
            movedRoutings += effect.kind() == CaseKind.ROUTING ? 1 : 0;
            passages.merge(new Passage(effect.from(), effect.to()), 1L, Long::sum);
        }
        gaining += effect.gained().isEmpty() ? 0 : 1;
        losing += effect.lost().isEmpty() ? 0 : 1;
        effect.gained().forEach(code -> reviews.merge(code, new ReviewChange(1, 0), ReviewChange::plus));
        effect.lost().forEach(code -> reviews.merge(code, new ReviewChange(0, 1), ReviewChange::plus));
        effect.causes().stream().map(Cause::rules).distinct().forEach(rules -> byRule.merge(rules, 1L, Long::sum));
        keep(examples, List.of(Example.of(place, effect)), mostExamples);
    }

    /** Adds what another one has added up. */
    public void add(Figures other) {
        cases += other.cases;
        moved += other.moved;
        routings += other.routings;
        movedRoutings += other.movedRoutings;
        touched += other.touched;
        gaining += other.gaining;
        losing += other.losing;
        undecided += other.undecided;
        other.passages.forEach((passage, count) -> passages.merge(passage, count, Long::sum));
        other.byRule.forEach((rules, count) -> byRule.merge(rules, count, Long::sum));
        other.reviews.forEach((code, change) -> reviews.merge(code, change, ReviewChange::plus));
        keep(firstUndecided, other.firstUndecided, MOST_UNDECIDED);
        keep(examples, other.examples, mostExamples);
    }

    @SuppressWarnings("NonApiType") // its order is used
    private static <T> void keep(TreeSet<T> first, Iterable<T> more, int most) {
        for (T each : more) {
            first.add(each);
            if (first.size() > most) {
                first.pollLast();
            }
        }
    }

    /** What it comes to. */
    public Impact impact(String before, String after) {
        return new Impact(
                before,
                after,
                cases,
                moved,
                routings,
                movedRoutings,
                touched,
                gaining,
                losing,
                passages,
                byRule,
                reviews,
                undecided,
                List.copyOf(firstUndecided),
                List.copyOf(examples));
    }
}
