package io.centerline.journal;

import io.centerline.journal.RecordSource.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for what is in the tables and should be in the log, some rows of each table at a time. Each table has a transaction of its
 * own, so that one that cannot be looked at does not keep the others from it. For one thread.
 */
final class MissingLeaves {
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int MOST_NAMED = 10;

    private final LogStore store;
    private final LogRecords records;
    /** Tables not at their end yet, with where each goes on. */
    private final Map<RecordSource, String> left = new LinkedHashMap<>();

    MissingLeaves(LogStore store, LogRecords records) {
        this.store = store;
        this.records = records;
    }

    /** Begins with all tables but those that are not at their end yet; they go on. */
    void begin() {
        records.sources().forEach(source -> left.putIfAbsent(source, ""));
    }

    /**
     * Looks at the next rows.
     *
     * @return a sentence for each kind of leaf that is missing
     */
    List<String> next() {
        List<String> faults = new ArrayList<>();
        for (RecordSource source : List.copyOf(left.keySet())) {
            String after = left.getOrDefault(source, "");
            Part part = store.ask(handle -> source.withoutLeaf(handle, after, ROWS_AT_ONCE));
            if (part.end().isEmpty()) {
                left.remove(source);
            } else {
                left.put(source, part.end());
            }
            if (!part.lost().isEmpty()) {
                faults.add(fault(source, part.lost()));
            }
        }
        return faults;
    }

    private static String fault(RecordSource source, List<String> lost) {
        List<String> named = lost.subList(0, Math.min(MOST_NAMED, lost.size()));
        int more = lost.size() - named.size();
        return "the log has no leaf for " + source.kind().word() + " " + String.join(", ", named)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
