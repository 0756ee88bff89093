package io.centerline.application;

import io.centerline.intake.Intake;
import io.centerline.journal.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * One request of a batch of placements; either facts or a failure is there.
 *
 * @param line its number in the batch
 * @param accepted what to decide on
 * @param key makes a repeated request return the first decision; null without one, and when nothing is kept
 * @param failure what is wrong with the request
 */
public record AskedPlacement(
        long line,
        Intake.@Nullable Accepted accepted,
        @Nullable IdempotencyKey key,
        @Nullable Failure failure) {

    static AskedPlacement of(long line, Intake.Accepted accepted, @Nullable IdempotencyKey key) {
        return new AskedPlacement(line, accepted, key, null);
    }

    /** A request that is refused before it is decided. */
    public static AskedPlacement refused(long line, Failure failure) {
        return new AskedPlacement(line, null, null, failure);
    }
}
