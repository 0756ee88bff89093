package io.centerline.api;

import io.centerline.application.Failure;
import io.centerline.application.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * A line of a batch.
 *
 * @param number its number, counted from 1
 * @param text its bytes; of a refused line, its beginning
 * @param refusal why the line is refused before it is read; null when it is read
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record BatchLine(long number, byte[] text, @Nullable Failure refusal) {

    /** What is wrong with a line that is too long. */
    static Failure tooLarge() {
        return Failure.of(FailureKind.TOO_LARGE, "the line is longer than any request may be");
    }
}
