package io.centerline.api;

import io.centerline.application.Failure;
import io.centerline.application.FailureKind;

/**
 * A line of a batch.
 *
 * @param number its number, counted from 1
 * @param text its bytes; the beginning of a line that is too long
 * @param tooLong whether it is longer than a request may be
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record BatchLine(long number, byte[] text, boolean tooLong) {

    /** What is wrong with a line that is too long. */
    public static Failure tooLarge() {
        return Failure.of(FailureKind.TOO_LARGE, "the line is longer than any request may be");
    }
}
