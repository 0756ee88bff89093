package io.centerline.impact;

import io.centerline.facts.Facts;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks two rulebooks the same cases. A case that no differing rule can reach is not decided at all, and that is most of
 * them ({@link Reach}). Safe for any number of threads.
 */
public final class ImpactComparison {
    private final Rulebook before;
    private final Rulebook after;
    private final Placement present;
    private final Placement candidate;
    private final Map<Reach.Editions, Reach> reaches = new ConcurrentHashMap<>();

    public ImpactComparison(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
        this.present = new Placement(before);
        this.candidate = new Placement(after);
    }

    public String before() {
        return before.hash();
    }

    public String after() {
        return after.hash();
    }

    /**
     * Compiles both for all days.
     *
     * @throws io.centerline.rulebook.RulebookException when the engine does not take a rule
     */
    public void compile() {
        for (Rulebook rulebook : List.of(before, after)) {
            rulebook.periods().forEach(period -> rulebook.edition(period.from()));
        }
    }

    /** The first day that both cover. */
    public LocalDate firstCoveredDay() {
        return before.firstCoveredDay().isAfter(after.firstCoveredDay())
                ? before.firstCoveredDay()
                : after.firstCoveredDay();
    }

    /**
     * What the candidate does to a case; empty when nothing a person acts on differs.
     *
     * @param facts the case; its as-of date is covered by both
     * @throws io.centerline.rulebook.RulebookException when the engine does not take a rule
     */
    public Optional<Effect> effect(Facts facts) {
        Reach.Editions editions = new Reach.Editions(before.edition(facts.asOf()), after.edition(facts.asOf()));
        Reach reach = reaches.computeIfAbsent(editions, pair -> Reach.of(pair, before, after, facts.asOf()));
        return reach.includes(facts) ? decided(facts) : Optional.empty();
    }

    /** The same from both decisions, whatever the rules. */
    Optional<Effect> decided(Facts facts) {
        Effect effect = Effect.of(
                present.decide(facts, List.of(), Explain.SUMMARY), candidate.decide(facts, List.of(), Explain.SUMMARY));
        return effect.touched() ? Optional.of(effect) : Optional.empty();
    }
}
