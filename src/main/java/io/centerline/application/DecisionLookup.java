package io.centerline.application;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Preparation;
import io.centerline.activation.UnknownRulebook;
import io.centerline.journal.Journal;
import io.centerline.journal.LeafCheck;
import io.centerline.journal.LogAltered;
import io.centerline.journal.Recorded;
import io.centerline.journal.Retention;
import io.centerline.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds recorded decisions, and the rulebooks they were made under. */
@Singleton
public final class DecisionLookup {
    private final Journal journal;
    private final ActiveRulebook active;
    private final Preparation preparation;
    private final Retention retention;

    public DecisionLookup(Journal journal, ActiveRulebook active, Preparation preparation, Retention retention) {
        this.journal = journal;
        this.active = active;
        this.preparation = preparation;
        this.retention = retention;
    }

    /** The recorded decision with an id; a problem when there is none. */
    public Recorded get(String id) {
        return parse(id).flatMap(journal::find).orElseThrow(DecisionLookup::unknown);
    }

    /**
     * The same, to go by its facts and by what it is listed by: they are what the decision says and commits to.
     *
     * @throws LogAltered when they are not
     */
    public Recorded getWhole(String id) {
        return whole(get(id));
    }

    /** As {@link #getWhole}; empty when there is no such decision. */
    public Optional<Recorded> findWhole(UUID id) {
        return journal.find(id).map(this::whole);
    }

    /** Facts that are gone were erased only when the log holds their erasure. */
    private Recorded whole(Recorded recorded) {
        LeafCheck.whole(recorded);
        if (recorded.draft().facts() == null) {
            retention.of(recorded.index());
        }
        return recorded;
    }

    public static RefusedException unknown() {
        return new RefusedException(
                FailureKind.NOT_FOUND, "no decision has this id; it is the `id` of a recorded placement or routing");
    }

    /**
     * The rulebook with a hash.
     *
     * @throws UnknownRulebook when there is none
     */
    public Rulebook rulebook(String hash) {
        Rulebook serving = active.latest().rulebook();
        return serving.hash().equals(hash) ? serving : preparation.of(hash);
    }

    /** The id a text is; empty when it is none, so no decision has it. */
    public static Optional<UUID> parse(String id) {
        try {
            UUID parsed = UUID.fromString(id);
            return parsed.toString().equalsIgnoreCase(id) ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
