package io.centerline.journal;

import io.centerline.log.TreeHash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers which decisions were acknowledged until somebody has looked whether the store holds them. What comes while
 * it is full goes by unseen. Safe for any number of threads.
 */
final class AcknowledgedDecisions {
    /** About 4 MB. */
    private static final int MOST = 65_536;

    private final ArrayDeque<Seen> seen = new ArrayDeque<>();

    /**
     * An acknowledged decision.
     *
     * @param index its place
     * @param leaf the hash it was acknowledged with
     */
    record Seen(long index, TreeHash leaf) {}

    synchronized void note(List<WriteResult> outcomes) {
        for (WriteResult outcome : outcomes) {
            if (outcome instanceof WriteResult.Durable durable && seen.size() < MOST) {
                Recorded recorded = durable.recorded();
                seen.add(new Seen(recorded.index(), TreeHash.of(recorded.leaf())));
            }
        }
        notifyAll();
    }

    /** The longest remembered, at most so many; they stay until {@link #forget}. */
    synchronized List<Seen> first(int most) {
        List<Seen> first = new ArrayList<>(Math.min(most, seen.size()));
        for (Seen one : seen) {
            if (first.size() == most) {
                break;
            }
            first.add(one);
        }
        return first;
    }

    synchronized void forget(int count) {
        for (int i = 0; i < count; i++) {
            seen.remove();
        }
    }

    /** Waits until so many are remembered, at most so long. */
    synchronized void await(int count, long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (seen.size() < count && left > 0) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
    }
}
