package io.centerline.impact.runs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a candidate against the journal. Once it is {@link State#DONE} or {@link State#FAILED} it never changes.
 *
 * @param id its id
 * @param candidate hash of the candidate
 * @param baseline hash of the rulebook that served when the run was asked for
 * @param selection which decisions it looks at, as JSON
 * @param everything whether that is every decision there was
 * @param filtered whether it picks by more than how recent a decision is, or decides as of another day
 * @param journal how many decisions there were
 * @param state how it stands
 * @param total how many decisions are selected; null until they are counted
 * @param done how many of them have been looked at
 * @param cases how many were asked under both rulebooks; null unless it is done
 * @param moved how many would go to another Center or office, or get another status; null unless it is done
 * @param undecided how many could not be asked; null unless it is done, and in runs of programs that did not count them
 * @param askedAt when it was asked for, by the database's clock
 * @param finishedAt when it ended; null while it has not
 * @param failure why it failed; null unless it did
 */
public record ImpactRun(
        UUID id,
        String candidate,
        String baseline,
        String selection,
        boolean everything,
        boolean filtered,
        long journal,
        State state,
        @Nullable Long total,
        long done,
        @Nullable Long cases,
        @Nullable Long moved,
        @Nullable Long undecided,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {

    /** How a run stands. */
    public enum State {
        /** It waits for the one before it. */
        QUEUED,
        /** It is going on. */
        RUNNING,
        /** It ended, and its result is kept. */
        DONE,
        /** It ended without a result. */
        FAILED,
        /** The process that did it has said nothing for half a minute. Nobody takes the run up: ask for another. */
        ABANDONED
    }
}
