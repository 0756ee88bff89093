package io.centerline.placement;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Explanation.Detail;
import io.centerline.placement.Explanation.Flip;
import io.centerline.placement.Explanation.HeadingCount;
import io.centerline.placement.Explanation.Missed;
import io.centerline.placement.Explanation.NotFired;
import io.centerline.placement.Explanation.Step;
import io.centerline.placement.Explanation.StepOutcome;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Review;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.HtsNumber;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down why a case came out as it did. */
final class Explainer {
    private final Edition edition;
    private final Facts facts;
    private final Window window;
    private final LineCount ballot;
    private final Tallies tallies;
    private final Question question;
    private final Proposals proposals;
    private final Practice practice;

    Explainer(
            Edition edition,
            Facts facts,
            Window window,
            LineCount ballot,
            Tallies tallies,
            Question question,
            Proposals proposals,
            Practice practice) {
        this.practice = practice;
        this.edition = edition;
        this.facts = facts;
        this.window = window;
        this.ballot = ballot;
        this.tallies = tallies;
        this.question = question;
        this.proposals = proposals;
    }

    Explanation explain(Placement.Explain explain) {
        List<CenterTally> centers = centers();
        Detail detail = explain == Placement.Explain.FULL ? new Detail(steps(), notFired(), flips()) : null;
        Summary summary = new Summary(centers, tallies, proposals, practice);
        return new Explanation(summary.finding(), summary.ground(), window, centers, missed(), detail);
    }

    private List<Flip> flips() {
        return practice == Practice.FIRST
                ? new KeptFlips(tallies, question, proposals.outcome()).list()
                : Flips.ofOutcome(tallies, question, proposals.outcome(), Flips.MOST_READINGS)
                        .list();
    }

    private List<CenterTally> centers() {
        List<CenterTally> centers = new ArrayList<>();
        for (Tally tally : tallies.list()) {
            List<HeadingCount> headings = new ArrayList<>();
            for (LineCount.Votes vote : ballot.votes()) {
                Classified classified = vote.classified();
                if (classified.center() == tally.center()) {
                    headings.add(new HeadingCount(classified.heading(), vote.count(), classified.rule()));
                }
            }
            centers.add(new CenterTally(tally, Collections.unmodifiableList(headings)));
        }
        centers.sort(
                Comparator.comparing((CenterTally center) -> -center.tally().count())
                        .thenComparing(center -> center.tally().center().code()));
        return centers;
    }

    private List<Missed> missed() {
        return ballot.uncounted().stream()
                .map(uncounted -> new Missed(
                        uncounted.reason(),
                        uncounted.count(),
                        uncounted.examples().stream().map(this::name).toList(),
                        uncounted.rules()))
                .toList();
    }

    /** A line as its filer knows it, or by its position when it was not named. */
    private String name(int position) {
        EntryLine line = facts.lines().get(position);
        if (line.entry().isEmpty()) {
            return "line " + (position + 1);
        }
        String entry = Echo.mask(line.entry());
        return line.line() == 0 ? entry : entry + "/" + line.line();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Firing counting = edition.counting();
        steps.add(new Step(counting.rule(), StepOutcome.COUNTED, counting.sentence()));
        for (LineCount.Uncounted uncounted : ballot.uncounted()) {
            if (practice == Practice.FIRST) {
                uncounted.rules().forEach(rule -> steps.add(new Step(rule, StepOutcome.COUNTED, lower(rule.title()))));
            } else {
                uncounted
                        .firings()
                        .forEach(firing ->
                                steps.add(new Step(firing.rule(), StepOutcome.COUNTED, lower(firing.sentence()))));
            }
        }
        steps.addAll(classified());
        Comparator<Firing> byBasis =
                Comparator.comparing((Firing firing) -> firing.rule().basis().orElse(Basis.PREDOMINANCE));
        proposals.shown().stream()
                .sorted(byBasis.thenComparing(firing -> firing.rule().id()))
                .map(firing -> new Step(firing.rule(), outcome(firing), firing.sentence()))
                .distinct()
                .forEach(steps::add);
        return steps;
    }

    private StepOutcome outcome(Firing firing) {
        if (firing.conclusion() instanceof Review) {
            return StepOutcome.REVIEW;
        }
        Outcome outcome = proposals.outcome();
        if (!Ranking.basis(firing.conclusion())
                .map(basis -> basis == outcome.basis())
                .orElse(false)) {
            return StepOutcome.SET_ASIDE;
        }
        return outcome instanceof Outcome.Pending ? StepOutcome.CONFLICTING : StepOutcome.DECIDED;
    }

    /** One step for each membership rule that claimed a counted line. */
    private List<Step> classified() {
        Map<Rule, List<LineCount.Votes>> byRule = new LinkedHashMap<>();
        for (LineCount.Votes vote : ballot.votes()) {
            byRule.computeIfAbsent(vote.classified().rule(), key -> new ArrayList<>(4))
                    .add(vote);
        }
        List<Step> steps = new ArrayList<>(byRule.size());
        byRule.forEach((rule, votes) ->
                steps.add(new Step(rule, StepOutcome.CLASSIFIED, classified(rule, votes), evidence(rule, votes))));
        return steps;
    }

    /** What sources say of the headings that a rule claimed, as far as it claims them. */
    private @Nullable List<Piece> evidence(Rule rule, List<LineCount.Votes> votes) {
        if (practice.compareTo(Practice.FOURTH) < 0 || edition.evidence().isEmpty()) {
            return null;
        }
        HtsInterval claimed = HtsInterval.of(rule.range().orElseThrow());
        List<HtsInterval> headings = votes.stream()
                .map(vote -> vote.classified().heading())
                .distinct()
                .map(heading -> HtsInterval.of(4, heading, heading).within(claimed))
                .toList();
        return edition.evidence().on(headings, facts.asOf());
    }

    private static String classified(Rule rule, List<LineCount.Votes> votes) {
        long count = 0;
        StringBuilder headings = new StringBuilder();
        for (LineCount.Votes vote : votes) {
            count += vote.count();
            headings.append(headings.isEmpty() ? "" : ", ")
                    .append(HtsNumber.prefixText(vote.classified().heading(), 4));
        }
        return (count == 1 ? "1 entry line" : count + " entry lines")
                + (votes.size() == 1 ? " of heading " : " of headings ") + headings
                + (count == 1 ? " belongs to " : " belong to ")
                + votes.get(0).classified().center().title() + " under " + rule.id() + " (" + rule.citation() + ")";
    }

    private List<NotFired> notFired() {
        Set<Rule> fired = proposals.firings().stream().map(Firing::rule).collect(Collectors.toSet());
        Reasoner reasoner = new Reasoner(question.facts(tallies));
        List<NotFired> notFired = new ArrayList<>();
        for (Rule rule : edition.placementRules()) {
            if (!fired.contains(rule)) {
                reasoner.shortfall(rule).ifPresent(because -> notFired.add(new NotFired(rule, because)));
            }
        }
        notFired.sort(Comparator.comparing(entry -> entry.rule().id()));
        return notFired;
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
