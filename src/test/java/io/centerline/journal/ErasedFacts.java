package io.centerline.journal;

import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Erases facts of chosen decisions at once, with the row and the leaf that the program writes. */
public final class ErasedFacts {
    private ErasedFacts() {}

    /** Erases the facts of the decisions {@code [from, to)}. */
    public static void erase(DataSource pool, long from, long to) {
        Jdbi.create(pool).useTransaction(handle -> {
            handle.execute(
                    "insert into erasure values (?, ?, '2026-08-01T00:00:00Z', '2026-11-25T01:02:03Z')", from, to);
            handle.execute(
                    "update decision set facts = null, facts_gz = null, salt = null where index >= ? and index < ?",
                    from,
                    to);
            LogRecords.append(
                    handle,
                    RecordKind.ERASURE,
                    Long.toString(from),
                    new RecordText(
                            Map.of(
                                    "from",
                                    from,
                                    "to",
                                    to,
                                    "decidedBefore",
                                    "2026-08-01T00:00:00Z",
                                    "erasedAt",
                                    "2026-11-25T01:02:03Z"),
                            null));
        });
    }
}
