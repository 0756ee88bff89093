package io.centerline.api;

import io.centerline.api.Problem.Kind;

/**
 * A line of a batch.
 *
 * @param number its number, counted from 1
 * @param text its bytes; the beginning of a line that is too long
 * @param tooLong whether it is longer than a request may be
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record BatchLine(long number, byte[] text, boolean tooLong) {

    /** What is wrong with a line that is too long. */
    static Problem tooLarge() {
        return Problem.of(Kind.TOO_LARGE, "the line is longer than any request may be");
    }
}
