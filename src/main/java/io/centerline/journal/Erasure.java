package io.centerline.journal;

import java.time.Instant;

/**
 * Facts that were erased.
 *
 * @param from the first decision's place in the journal
 * @param to the place behind the last
 * @param decidedBefore they were all decided before this
 * @param erasedAt when
 */
public record Erasure(long from, long to, Instant decidedBefore, Instant erasedAt) {

    /** Whether the facts of a decision are among them. */
    boolean took(long index) {
        return from <= index && index < to;
    }
}
