package io.centerline.rulebook;

import io.centerline.facts.Activity;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Counting;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.NotCounted;
import io.centerline.tariff.HtsNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force on a day, compiled. Immutable but for its memory of classified numbers; safe for any number of
 * threads.
 */
public final class Edition {
    private final InForce days;
    private final RangeEvidence evidence;
    private final List<Rule> membershipRules;
    private final Classifier classifier;
    private final StageRules placement;
    private final List<Rule> countingRules;
    private final Firing counting;
    private final Exclusions exclusions;
    private final Routes routes;

    Edition(
            InForce days,
            RangeEvidence evidence,
            StageRules membership,
            StageRules counting,
            Exclusions exclusions,
            StageRules placement,
            Routes routes) {
        this.days = days;
        this.evidence = evidence;
        this.membershipRules = membership.rules();
        this.classifier = new Classifier(membership);
        this.placement = placement;
        this.countingRules = counting.rules();
        this.counting = policy(counting, days);
        this.exclusions = exclusions;
        this.routes = routes;
    }

    /** The days this edition answers for. */
    public InForce days() {
        return days;
    }

    /** What sources say of ranges of numbers, on whichever day; empty when the rulebook has no evidence. */
    public RangeEvidence evidence() {
        return evidence;
    }

    /** The rules of membership in force. */
    public List<Rule> membershipRules() {
        return membershipRules;
    }

    /** The rules of placement in force. */
    public List<Rule> placementRules() {
        return placement.rules();
    }

    /** What the rules make of a number; null when it belongs to no Center, as numbers of chapters 98 and 99. */
    public @Nullable Classified classify(HtsNumber number) {
        return classifier.classify(number);
    }

    /** An upper bound of the slots handed out so far. */
    public int slots() {
        return classifier.slots();
    }

    /** The rule that says what is counted; its conclusion is a {@link Counting}. */
    public Firing counting() {
        return counting;
    }

    /**
     * The rules by which a line of this shape does not vote, by id; empty when it does. Their conclusion is one
     * {@link NotCounted}: when rules give several reasons, the first in declared order stands.
     */
    public List<Firing> exclusions(LineShape shape) {
        return exclusions.of(shape);
    }

    /** Whether a counting rule in force looks at what the several goods of a line tell. */
    public boolean weighsGoods() {
        return exclusions.weighsGoods();
    }

    /** Whether a counting rule in force looks at lines that have the same entry and line number. */
    public boolean comparesLines() {
        return exclusions.comparesLines();
    }

    /** The rules of counting in force. */
    public List<Rule> countingRules() {
        return countingRules;
    }

    /** Everything the placement rules conclude from these facts, in the order of rule ids. */
    public List<Firing> place(List<?> facts) {
        return placement.fire(facts);
    }

    /** The rules of routing in force; none in a rulebook that does not route, or before its routing rules begin. */
    public List<Rule> routingRules() {
        return routes.rules();
    }

    /**
     * The rule that says who handles an activity of an account in that state; its conclusion is a {@link Handling}. Empty
     * when none in force does.
     */
    public Optional<Firing> handling(Activity activity, AccountStatus account) {
        return routes.handling(activity, account);
    }

    /** Everything the routing rules conclude on a matter, in the order of rule ids. */
    public List<Firing> route(RoutingQuestion question) {
        return routes.ask(question);
    }

    private static Firing policy(StageRules counting, InForce days) {
        List<Firing> policies = counting.fire(List.of(new Case(days.from()))).stream()
                .filter(firing -> firing.conclusion() instanceof Counting)
                .toList();
        if (policies.size() != 1) {
            SourcePlace place = policies.isEmpty()
                    ? new SourcePlace("rules/counting/counting.drl", 1, 1)
                    : policies.get(1).rule().place();
            throw new RulebookException(List.of(new Finding(
                    place,
                    1,
                    policies.size() + " rules say what is counted from " + days.from() + " on, expected exactly one",
                    "keep one rule in force that inserts `Counting(measure, months)`",
                    "")));
        }
        return policies.get(0);
    }
}
