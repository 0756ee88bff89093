package io.centerline.api;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Preparation;
import io.centerline.activation.UnknownRulebook;
import io.centerline.api.Problem.Kind;
import io.centerline.journal.Journal;
import io.centerline.journal.Recorded;
import io.centerline.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds recorded decisions, and the rulebooks they were made under. */
@Singleton
final class DecisionDesk {
    private final Journal journal;
    private final ActiveRulebook active;
    private final Preparation preparation;

    DecisionDesk(Journal journal, ActiveRulebook active, Preparation preparation) {
        this.journal = journal;
        this.active = active;
        this.preparation = preparation;
    }

    /** The recorded decision with an id; a problem when there is none. */
    Recorded get(String id) {
        return DecisionResource.parse(id).flatMap(journal::find).orElseThrow(DecisionDesk::unknown);
    }

    /** The recorded decision with an id; empty when there is none. */
    Optional<Recorded> find(UUID id) {
        return journal.find(id);
    }

    static RefusedException unknown() {
        return new RefusedException(Problem.of(
                Kind.NOT_FOUND, "no decision has this id; it is the `id` of a recorded placement or routing"));
    }

    /**
     * The rulebook with a hash.
     *
     * @throws UnknownRulebook when there is none
     */
    Rulebook rulebook(String hash) {
        Rulebook serving = active.latest().rulebook();
        return serving.hash().equals(hash) ? serving : preparation.of(hash);
    }
}
