package io.centerline.log;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of a verification. */
public sealed interface Verdict permits Verdict.Verified, LogFault {

    /**
     * Every leaf of the export is in the tree that the checkpoint signs, at its place.
     *
     * @param checkpoint the one the export was made for
     * @param from the first leaf of the export
     * @param to the leaf behind its last
     * @param facts how many leaves came with facts, which were checked too
     * @param continued sizes of smaller checkpoints that the same leaves lead to, ascending
     * @param unchanged whether a checkpoint given besides is over just as many leaves, with the same root
     * @param records how many leaves are no decisions, by kind
     */
    record Verified(
            Checkpoint checkpoint,
            long from,
            long to,
            long facts,
            List<Long> continued,
            boolean unchanged,
            SortedMap<String, Long> records)
            implements Verdict {
        public Verified {
            continued = List.copyOf(continued);
            records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
        }
    }
}
