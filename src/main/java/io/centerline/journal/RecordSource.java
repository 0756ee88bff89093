package io.centerline.journal;

import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The tables whose rows are leaves of one kind, read to be compared with them. Methods throw what JDBC and Jdbi throw. */
public interface RecordSource {

    /** The kind of its leaves. */
    RecordKind kind();

    /** What a row says now; empty when it is gone. */
    Optional<RecordText> find(Handle handle, String ref);

    /**
     * The next rows in the order of an index.
     *
     * @param after where the part before ended; blank to begin
     * @param rows how many to look at
     */
    Part withoutLeaf(Handle handle, String after, int rows);

    /** Whether a row was recorded before another one. */
    boolean isBefore(Handle handle, String ref, String other);

    /**
     * Rows that were looked at.
     *
     * @param lost those without a leaf
     * @param end where the next part goes on; blank when there is none
     */
    record Part(List<String> lost, String end) {
        /** Nothing, and nothing behind it. */
        public static final Part NONE = new Part(List.of(), "");

        public Part {
            lost = List.copyOf(lost);
        }

        /**
         * Asks for a part.
         *
         * @param query gives {@code key}, {@code ref} and {@code lost} of each row, in order
         * @param rows how many it gives when there may be more
         */
        public static Part of(Query query, int rows) {
            List<String> lost = new ArrayList<>();
            List<String> keys = query.map((row, context) -> {
                        if (row.getBoolean("lost")) {
                            lost.add(row.getString("ref"));
                        }
                        return row.getString("key");
                    })
                    .list();
            return new Part(lost, keys.size() < rows ? "" : keys.get(keys.size() - 1));
        }
    }
}
