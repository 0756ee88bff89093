package io.centerline.batch;

import java.util.List;

/** What became of the rows of one EIN. */
public sealed interface PlacedGroup {

    /**
     * They are decided.
     *
     * @param importers one for each importer number with a line, in order of first appearance; none where every row is rejected
     * @param rows what became of the rows
     */
    record Decided(List<GroupDecision> importers, RowCounts rows) implements PlacedGroup {
        public Decided {
            importers = List.copyOf(importers);
        }
    }

    /** A row that stands for several has to be named or does not vote: the group must come again with each row by itself. */
    record Apart() implements PlacedGroup {}
}
