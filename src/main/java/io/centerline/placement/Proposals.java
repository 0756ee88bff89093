package io.centerline.placement;

import io.centerline.rulebook.Firing;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.rulebook.vocabulary.Review;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the placement rules concluded on one case, and the outcome that follows from the bases. */
final class Proposals {
    private final List<Firing> firings;
    private final List<Conclusion> conclusions;
    private final Outcome outcome;

    Proposals(List<Firing> firings) {
        this.firings = List.copyOf(firings);
        this.conclusions = firings.stream().map(Firing::conclusion).toList();
        this.outcome = Ranking.outcome(conclusions);
    }

    List<Firing> firings() {
        return firings;
    }

    List<Conclusion> conclusions() {
        return conclusions;
    }

    Outcome outcome() {
        return outcome;
    }

    /** The proposals and bars on one basis. */
    List<Firing> on(Basis basis) {
        return firings.stream()
                .filter(firing -> Ranking.basis(firing.conclusion()).equals(Optional.of(basis)))
                .toList();
    }

    /** Who proposes what on a basis on which proposals differ, by rule and Center. */
    String conflict(Basis basis) {
        return "proposals differ on the basis " + basis + ": "
                + on(basis).stream()
                        .map(firing -> firing.rule().id()
                                + (firing.conclusion() instanceof Proposal proposal
                                        ? " proposes " + proposal.center().title()
                                        : " bars placement"))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    /** The proposals and bars, and the reviews that concern the decision. */
    List<Firing> shown() {
        List<Firing> reviews = reviews();
        return firings.stream()
                .filter(firing -> !(firing.conclusion() instanceof Review) || reviews.contains(firing))
                .toList();
    }

    /** The reviews that concern the decision: those about its basis, or about the count when nothing decided,
     * and those about every decision. */
    List<Firing> reviews() {
        Basis concern = Objects.requireNonNullElse(outcome.basis(), Basis.PREDOMINANCE);
        return firings.stream()
                .filter(firing -> firing.conclusion() instanceof Review review && review.concerns(concern))
                .toList();
    }
}
