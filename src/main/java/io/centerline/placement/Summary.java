package io.centerline.placement;

import io.centerline.placement.Explanation.CenterTally;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.language.Sentence;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import io.centerline.text.Series;
import java.util.List;
import java.util.stream.Collectors;

/** The one sentence that says what was decided and on what. */
final class Summary {
    private final List<CenterTally> centers;
    private final Tallies tallies;
    private final Proposals proposals;
    private final Practice practice;

    Summary(List<CenterTally> centers, Tallies tallies, Proposals proposals, Practice practice) {
        this.practice = practice;
        this.centers = centers;
        this.tallies = tallies;
        this.proposals = proposals;
    }

    /** What was decided, without why. */
    String finding() {
        Outcome outcome = proposals.outcome();
        if (outcome instanceof Outcome.Placed placed) {
            return "Placed in " + placed.center().title();
        }
        return outcome instanceof Outcome.NotPlaced ? "Not eligible for a Center" : "Pending";
    }

    /** Why, as the rest of the sentence. */
    String ground() {
        Outcome outcome = proposals.outcome();
        if (outcome instanceof Outcome.Placed placed) {
            return placed.basis() == Basis.PREDOMINANCE ? count(placed.center()) : ground(placed);
        }
        if (outcome instanceof Outcome.NotPlaced notPlaced) {
            return sentences(notPlaced.basis());
        }
        return pending((Outcome.Pending) outcome);
    }

    private String count(Center center) {
        if (tallies.count(center) == 0 || tallies.count(center) < tallies.most()) {
            // A rule of its own kind counted in a way of its own, and says how.
            return sentences(Basis.PREDOMINANCE);
        }
        Tally leader = centers.stream()
                .map(CenterTally::tally)
                .filter(tally -> tally.center() == center)
                .findFirst()
                .orElseThrow();
        String share = leader.count() + " of " + lines(tallies.total()) + (leader.count() == 1 ? " belongs" : " belong")
                + " there (" + Sentence.percent(leader.share()) + ")";
        return share + followers(center);
    }

    /** Whoever is next, by name; several when they are level, so that none seems to be ahead. */
    private String followers(Center leader) {
        List<Tally> others = centers.stream()
                .map(CenterTally::tally)
                .filter(tally -> tally.center() != leader)
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        long most = others.get(0).count();
        List<String> next = others.stream()
                .filter(tally -> tally.count() == most)
                .map(tally -> tally.center().title())
                .toList();
        return next.size() == 1
                ? "; " + next.get(0) + " follows with " + most
                : "; " + together(next) + " follow with " + most + " each";
    }

    private String ground(Outcome.Placed placed) {
        Center indicated = Ranking.only(proposals.conclusions(), Basis.PREDOMINANCE);
        String count = indicated == null
                ? "the count alone points to no Center"
                : indicated == placed.center()
                        ? "the count points there too"
                        : "the count alone points to " + indicated.title();
        return sentences(placed.basis()) + "; " + count;
    }

    private String pending(Outcome.Pending pending) {
        if (pending.basis() != null) {
            return proposals.conflict(pending.basis());
        }
        if (tallies.total() == 0) {
            return "no entry line was counted and nothing else points to a Center";
        }
        List<String> leaders = centers.stream()
                .map(CenterTally::tally)
                .filter(tally -> tally.count() == tallies.most())
                .map(tally -> tally.center().title())
                .toList();
        return leaders.size() < 2
                ? "no rule proposes a Center on " + lines(tallies.total())
                : together(leaders) + " lead with " + tallies.most() + " of " + lines(tallies.total()) + " each";
    }

    private String sentences(Basis basis) {
        return proposals.on(basis).stream().map(Firing::sentence).distinct().collect(Collectors.joining("; "));
    }

    private String together(List<String> names) {
        return practice.compareTo(Practice.THIRD) < 0 ? String.join(" and ", names) : Series.of(names);
    }

    private static String lines(long count) {
        return count == 1 ? "1 entry line" : count + " entry lines";
    }
}
