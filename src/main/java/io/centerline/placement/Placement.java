package io.centerline.placement;

import io.centerline.facts.Facts;
import io.centerline.facts.Issue;
import io.centerline.placement.Explanation.Flip;
import io.centerline.placement.Imports.HeadingTotal;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Counting;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Places importers under one rulebook. Immutable; safe for any number of threads. */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array, or a bit
public final class Placement {
    private final Rulebook rulebook;
    private final Practice practice;

    /** Places under a rulebook as new decisions are made. */
    public Placement(Rulebook rulebook) {
        this(rulebook, Practice.CURRENT);
    }

    /** Places under a rulebook as recorded decisions with this practice were made. */
    public Placement(Rulebook rulebook, Practice practice) {
        this.rulebook = rulebook;
        this.practice = practice;
    }

    /** How much explanation is wanted. */
    public enum Explain {
        /** Steps, rules that did not fire and flips. */
        FULL,
        /** One sentence, counts and reviews. */
        SUMMARY
    }

    /**
     * Decides a case.
     *
     * @param facts the case; its as-of date is not before the rulebook's first covered day
     * @param warnings what intake noted, carried into the decision
     * @param explain how much explanation is wanted; it changes nothing else
     */
    public Decision decide(Facts facts, List<Issue> warnings, Explain explain) {
        return examine(facts, warnings, explain).decision();
    }

    /**
     * A decision and all that the placement rules concluded for it.
     *
     * @param decision the decision
     * @param firings what fired, also what the decision does not show because it rests on a stronger basis
     * @param firm works out what would be so without ranges of low standing; empty when none claims a counted line
     * @param search finds flips of an answer that follows from what the count alone says
     */
    public record Examined(Decision decision, List<Firing> firings, Supplier<Optional<Firm>> firm, FlipSearch search) {}

    /** Searches the flips of an answer that follows from what the count alone says. */
    @FunctionalInterface
    public interface FlipSearch {
        /**
         * The fewest more lines in each Center that would bring the answer there.
         *
         * @param present the answer
         * @param follows the answer for the one Center that the count indicates, or for none
         */
        List<Flip> list(Outcome present, Function<Optional<Center>, Outcome> follows);
    }

    /**
     * What would be so without ranges of low standing.
     *
     * @param indicated what the count alone would say
     * @param low the rules left out, by id
     */
    public record Firm(@Nullable Center indicated, List<Rule> low) {
        public Firm {
            low = List.copyOf(low);
        }
    }

    /** Decides a case as {@link #decide} does, for who tests the rules. */
    public Examined examine(Facts facts, List<Issue> warnings, Explain explain) {
        Edition edition = rulebook.edition(facts.asOf());
        Window window =
                Window.ending(facts.asOf(), (Counting) edition.counting().conclusion());
        LineCount ballot = LineCount.count(edition, window, facts, practice);
        Tallies tallies = Tallies.of(ballot.votes());
        Question question = new Question(edition, facts, window, ballot.setAside());
        Proposals proposals = new Proposals(question.ask(tallies));
        Explainer explainer = new Explainer(edition, facts, window, ballot, tallies, question, proposals, practice);
        Decision decision = new Decision(
                facts,
                proposals.outcome(),
                Ranking.only(proposals.conclusions(), Basis.PREDOMINANCE),
                new Reviews(ballot, question, proposals, practice).list(),
                explainer.explain(explain),
                warnings,
                rules(edition, ballot, proposals),
                rulebook.hash());
        return new Examined(
                decision,
                proposals.firings(),
                () -> firm(ballot, question),
                (present, follows) ->
                        Flips.ofCount(tallies, question, present, follows).list());
    }

    private static Optional<Firm> firm(LineCount ballot, Question question) {
        LineCount.Firm firm = ballot.firm();
        return firm.low().isEmpty()
                ? Optional.empty()
                : Optional.of(new Firm(
                        Ranking.only(question.conclusions(firm.tallies(), firm.setAside()), Basis.PREDOMINANCE),
                        firm.low()));
    }

    /** The days whose lines a decision for a day counts. */
    public Window window(LocalDate asOf) {
        return Window.ending(asOf, (Counting) rulebook.edition(asOf).counting().conclusion());
    }

    /** The lines that a decision on the case counts, by heading. */
    public Imports imports(Facts facts) {
        Edition edition = rulebook.edition(facts.asOf());
        Window window =
                Window.ending(facts.asOf(), (Counting) edition.counting().conclusion());
        Map<List<Integer>, HeadingTotal> totals = new TreeMap<>(
                Comparator.<List<Integer>>comparingInt(key -> key.get(0)).thenComparingInt(key -> key.get(1)));
        for (LineCount.Votes vote :
                LineCount.count(edition, window, facts, practice).votes()) {
            int heading = vote.classified().heading();
            Center center = vote.classified().center();
            totals.merge(
                    List.of(heading, center.ordinal()),
                    new HeadingTotal(heading, center, vote.count(), vote.value()),
                    (one, other) -> new HeadingTotal(
                            heading,
                            center,
                            one.count() + other.count(),
                            one.value().add(other.value())));
        }
        return new Imports(window.from(), window.to(), List.copyOf(totals.values()));
    }

    /** The positions of the lines of a case that do not vote in a decision on it, by reason. */
    public Map<NotCountedReason, BitSet> notVoting(Facts facts) {
        Edition edition = rulebook.edition(facts.asOf());
        Window window =
                Window.ending(facts.asOf(), (Counting) edition.counting().conclusion());
        return LineCount.notVoting(edition, window, facts, practice);
    }

    private static List<RuleId> rules(Edition edition, LineCount ballot, Proposals proposals) {
        TreeSet<RuleId> ids = new TreeSet<>();
        ids.add(edition.counting().rule().id());
        ballot.votes().forEach(vote -> ids.add(vote.classified().rule().id()));
        ballot.uncounted().forEach(missed -> missed.rules().forEach(rule -> ids.add(rule.id())));
        for (Firing firing : proposals.shown()) {
            ids.add(firing.rule().id());
        }
        return List.copyOf(ids);
    }
}
