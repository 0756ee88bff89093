package io.centerline.api;

import io.centerline.application.Failure;
import io.centerline.application.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * A line of a batch.
 *
 * @param number its number, counted from 1
 * @param text its bytes; the beginning of a line that is refused
 * @param refusal why it is not looked at; null when it is
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record BatchLine(long number, byte[] text, @Nullable Failure refusal) {

    /** What is wrong with a line that is too long. */
    static Failure tooLarge() {
        return Failure.of(FailureKind.TOO_LARGE, "the line is longer than any request may be");
    }
}
