package io.centerline.placement;

import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.tariff.Center;
import org.jspecify.annotations.Nullable;

/** What was decided. */
public sealed interface Outcome {

    /** The status as answers name it. */
    String status();

    /** The ACE code: of the Center, {@code PNDING} or {@code NOTELG}. */
    String code();

    /** The ground the decision rests on; null while a case is pending without one. */
    @Nullable
    Basis basis();

    /** The importer belongs into a Center. */
    record Placed(Center center, Basis basis) implements Outcome {
        @Override
        public String status() {
            return "PLACED";
        }

        @Override
        public String code() {
            return center.code();
        }
    }

    /** A person has to decide; the basis is the one on which rules conflict, null when nothing proposes a Center. */
    record Pending(@Nullable Basis basis) implements Outcome {
        @Override
        public String status() {
            return "PENDING";
        }

        @Override
        public String code() {
            return "PNDING";
        }
    }

    /** The party is not placed in any Center. */
    record NotPlaced(Basis basis) implements Outcome {
        @Override
        public String status() {
            return "NOT_ELIGIBLE";
        }

        @Override
        public String code() {
            return "NOTELG";
        }
    }
}
