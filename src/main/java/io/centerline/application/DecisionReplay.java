package io.centerline.application;

import io.centerline.activation.UnknownRulebook;
import io.centerline.journal.KeptSchedules;
import io.centerline.journal.Recorded;
import io.centerline.replay.KeptDecision;
import io.centerline.replay.Replay;
import io.centerline.replay.ReplayRefused;
import io.centerline.replay.Replayed;
import io.centerline.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides recorded decisions again. Records nothing. */
@Singleton
public final class DecisionReplay {
    private final DecisionLookup decisions;
    private final Replay replay;

    DecisionReplay(DecisionLookup decisions, KeptSchedules schedules) {
        this.decisions = decisions;
        this.replay = new Replay(schedules::find);
    }

    /**
     * Decides again, and says what came out differently.
     *
     * @param id a decision id
     * @param rulebook hash of the rulebook to decide under; null for the one of the receipt
     * @throws RefusedException when there is no such decision, or it cannot be decided again
     * @throws UnknownRulebook when the rulebook asked for is not stored
     */
    public Replayed replay(String id, @Nullable String rulebook) {
        KeptDecision kept = kept(decisions.getWhole(id));
        try {
            return rulebook == null
                    ? replay.replay(kept, this::find)
                    : replay.replay(kept, decisions.rulebook(rulebook));
        } catch (ReplayRefused refused) {
            String help = refused.help().isEmpty() ? "" : "; " + refused.help();
            throw new RefusedException(FailureKind.NOT_REPLAYABLE, refused.getMessage() + help);
        }
    }

    private Optional<Rulebook> find(String hash) {
        try {
            return Optional.of(decisions.rulebook(hash));
        } catch (UnknownRulebook unknown) {
            return Optional.empty();
        }
    }

    private static KeptDecision kept(Recorded recorded) {
        return new KeptDecision(
                recorded.index(),
                recorded.draft().body(),
                recorded.leaf(),
                recorded.draft().facts(),
                recorded.draft().salt());
    }
}
