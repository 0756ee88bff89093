package io.centerline.impact;

import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Router;
import io.centerline.rulebook.EvaluatorsDisagree;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.InForce;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Asks two rulebooks the same cases. A case that no differing rule can reach is not decided at all, and that is most of
 * them ({@link Reach}). Safe for any number of threads.
 */
public final class ImpactComparison {
    private final Rulebook before;
    private final Rulebook after;
    private final Placement present;
    private final Placement candidate;
    private final Router presentRouter;
    private final Router candidateRouter;
    private final List<InForce> differing;
    private final Map<Reach.Editions, Reach> reaches = new ConcurrentHashMap<>();

    public ImpactComparison(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
        this.present = new Placement(before);
        this.candidate = new Placement(after);
        this.presentRouter = new Router(before);
        this.candidateRouter = new Router(after);
        this.differing = Reach.differing(before, after);
    }

    public String before() {
        return before.hash();
    }

    public String after() {
        return after.hash();
    }

    /**
     * Compiles both for all days. Days on which the evaluators of the rules disagree about every case are left to the
     * cases.
     *
     * @throws io.centerline.rulebook.RulebookException when the engine does not take a rule
     */
    public void compile() {
        for (Rulebook rulebook : List.of(before, after)) {
            for (InForce period : rulebook.periods()) {
                try {
                    rulebook.edition(period.from());
                } catch (EvaluatorsDisagree disagree) {
                    // Each case of these days will say so.
                }
            }
        }
    }

    /** The first day that both cover. */
    public LocalDate firstCoveredDay() {
        return before.firstCoveredDay().isAfter(after.firstCoveredDay())
                ? before.firstCoveredDay()
                : after.firstCoveredDay();
    }

    /** Whether the candidate cannot move anyone, whatever the facts: both say the same on every day. */
    public boolean reachesNobody() {
        return Reach.isNobody(before, after);
    }

    /**
     * What the candidate does to a case; empty when nothing a person acts on differs.
     *
     * @param facts the case; its as-of date is covered by both
     * @throws io.centerline.rulebook.RulebookException when the engine does not take a rule
     */
    public Optional<Effect> effect(Facts facts) {
        return reach(facts.asOf()).includes(facts.lines()) ? decided(facts) : Optional.empty();
    }

    /**
     * What the candidate does to the routing of an activity; empty when nothing a person acts on differs.
     *
     * @param facts the activity; its as-of date is covered by both
     * @throws io.centerline.rulebook.RulebookException when the engine does not take a rule
     */
    public Optional<Effect> effect(RoutingFacts facts) {
        return reach(facts.asOf()).includes(facts.entry().lines()) ? routed(facts) : Optional.empty();
    }

    /**
     * What the candidate does to a case that was decided on its day, now or later: the law may change from a day on which
     * nobody has been decided yet. Asked as of its own day and as of each later day on which the rulebooks begin to
     * differ; the first day on which it moves is told, else the first on which its reviews differ.
     *
     * @param facts the case; its as-of date is covered by both
     * @return empty when nothing a person acts on differs on any of these days
     * @throws io.centerline.rulebook.RulebookException when the engine does not take a rule
     */
    Optional<Effect> effectFrom(Facts facts) {
        return first(facts.asOf(), day -> effect(facts.asOf(day)));
    }

    /** The same for the routing of an activity. */
    Optional<Effect> effectFrom(RoutingFacts facts) {
        return first(facts.asOf(), day -> effect(facts.asOf(day)));
    }

    private Optional<Effect> first(LocalDate asOf, Function<LocalDate, Optional<Effect>> ask) {
        Optional<Effect> touched = Optional.empty();
        for (InForce days : differing) {
            if (!days.until().isBefore(asOf)) {
                Optional<Effect> effect = ask.apply(days.from().isAfter(asOf) ? days.from() : asOf);
                if (effect.filter(Effect::moved).isPresent()) {
                    return effect;
                }
                touched = touched.or(() -> effect);
            }
        }
        return touched;
    }

    private Reach reach(LocalDate day) {
        Reach.Editions editions = new Reach.Editions(before.edition(day), after.edition(day));
        return reaches.computeIfAbsent(editions, pair -> Reach.of(pair, before, after, day));
    }

    /** The same from both decisions, whatever the rules. */
    Optional<Effect> decided(Facts facts) {
        return effect(
                CaseKind.PLACEMENT,
                facts.importer(),
                facts.asOf(),
                CaseAnswer.of(present.decide(facts, List.of(), Explain.SUMMARY)),
                CaseAnswer.of(candidate.decide(facts, List.of(), Explain.SUMMARY)));
    }

    /** The same from both routings, whatever the rules. */
    Optional<Effect> routed(RoutingFacts facts) {
        return effect(
                CaseKind.ROUTING,
                facts.importer(),
                facts.asOf(),
                CaseAnswer.of(presentRouter.route(facts, List.of(), Explain.SUMMARY)),
                CaseAnswer.of(candidateRouter.route(facts, List.of(), Explain.SUMMARY)));
    }

    private static Optional<Effect> effect(
            CaseKind kind, Importer importer, LocalDate asOf, CaseAnswer before, CaseAnswer after) {
        Effect effect = Effect.of(kind, importer.number(), asOf, before, after);
        return effect.touched() ? Optional.of(effect) : Optional.empty();
    }
}
