package io.centerline.intake.rows;

/**
 * Gathers the rows of an entry line, wherever in a file they stand. A line without an entry or line number stands alone, since
 * nothing tells which other rows are the same line. What the rows mean together is asked once the last one is read, so that
 * their order does not matter. Not thread-safe.
 */
final class LineGathering {
    private final SharedNumbers shared = new SharedNumbers();

    /** Takes a row without faults over. */
    void add(RowDraft draft, ImporterRows importer) {
        boolean known = !draft.entry.isEmpty() && draft.line > 0;
        FileLine line = known ? importer.lines.find(draft.entry, draft.line) : null;
        if (line == null) {
            importer.lines.add(new FileLine(draft, shared.of(draft.numbers)));
        } else {
            line.add(new LineRow(draft, shared.of(draft.numbers)));
        }
    }
}
