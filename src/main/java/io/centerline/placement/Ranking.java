package io.centerline.placement;

import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.NotEligible;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.tariff.Center;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranks conclusions by their legal basis, and by nothing else. */
public final class Ranking {
    private Ranking() {}

    /** The strongest basis decides; two Centers on it are a conflict, which a person resolves. */
    public static Outcome outcome(Collection<? extends Conclusion> conclusions) {
        Basis basis = strongest(conclusions);
        if (basis == null) {
            return new Outcome.Pending(null);
        }
        Set<Center> centers = centers(conclusions, basis);
        boolean barred = conclusions.contains(new NotEligible(basis));
        if (barred && centers.isEmpty()) {
            return new Outcome.NotPlaced(basis);
        }
        return !barred && centers.size() == 1
                ? new Outcome.Placed(centers.iterator().next(), basis)
                : new Outcome.Pending(basis);
    }

    /** The strongest basis of proposals and bars, on which the outcome rests; null when there are none. */
    static @Nullable Basis strongest(Collection<? extends Conclusion> conclusions) {
        Basis strongest = null;
        for (Conclusion conclusion : conclusions) {
            Basis basis = basis(conclusion).orElse(null);
            if (basis != null && (strongest == null || basis.compareTo(strongest) < 0)) {
                strongest = basis;
            }
        }
        return strongest;
    }

    /** The one Center proposed on a basis; null when there is none or more than one. */
    static @Nullable Center only(Collection<? extends Conclusion> conclusions, Basis basis) {
        Set<Center> centers = centers(conclusions, basis);
        return centers.size() == 1 ? centers.iterator().next() : null;
    }

    private static Set<Center> centers(Collection<? extends Conclusion> conclusions, Basis basis) {
        Set<Center> centers = EnumSet.noneOf(Center.class);
        for (Conclusion conclusion : conclusions) {
            if (conclusion instanceof Proposal proposal && proposal.basis() == basis) {
                centers.add(proposal.center());
            }
        }
        return centers;
    }

    /** The basis of a proposal or a bar; a review has none of its own. */
    public static Optional<Basis> basis(Conclusion conclusion) {
        if (conclusion instanceof Proposal proposal) {
            return Optional.of(proposal.basis());
        }
        return conclusion instanceof NotEligible bar ? Optional.of(bar.basis()) : Optional.empty();
    }
}
