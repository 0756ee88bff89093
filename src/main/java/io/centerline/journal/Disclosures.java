package io.centerline.journal;

import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.store.StoreUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Writes down every time that facts leave the program unmasked, and lists it. Safe for any number of threads. */
public final class Disclosures {
    private static final String COLUMNS = "number, from_index, to_index, caller, disclosed_at";

    private final LogStore store;
    private final Clock clock;

    public Disclosures(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes that facts of the decisions {@code [from, to)} are given out unmasked; to be called before they are.
     *
     * @param caller who gets them
     *
     * @throws StoreUnavailable when the database does not answer
     */
    public void note(long from, long to, String caller) {
        store.ask(handle -> {
            Disclosure disclosure = handle.createQuery(
                            "insert into disclosure (from_index, to_index, caller, disclosed_at)"
                                    + " values (?, ?, ?, ?) returning " + COLUMNS)
                    .bind(0, from)
                    .bind(1, to)
                    .bind(2, caller)
                    .bind(3, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                    .map((row, context) -> disclosure(row))
                    .one();
            return LogRecords.append(
                    handle, RecordKind.DISCLOSURE, Long.toString(disclosure.number()), text(disclosure));
        });
    }

    private static RecordText text(Disclosure disclosure) {
        return new RecordText(
                Map.of(
                        "number", disclosure.number(),
                        "from", disclosure.from(),
                        "to", disclosure.to(),
                        "disclosedAt", disclosure.disclosedAt().toString()),
                Map.of("caller", disclosure.caller()));
    }

    /** The table of disclosures, to be compared with its leaves. */
    public static RecordSource source() {
        return new NumberedRecords(
                RecordKind.DISCLOSURE, "disclosure", "number", (row, context) -> text(disclosure(row)));
    }

    /**
     * Disclosures in their order.
     *
     * @param from only those of this number or a later one
     * @param leaf only those that took in the decision at this place; null for all
     * @param most how many at most
     * @throws StoreUnavailable when the database does not answer
     */
    public List<Disclosure> list(long from, @Nullable Long leaf, int most) {
        String ofLeaf = leaf == null ? "" : " and from_index <= :leaf and to_index > :leaf";
        return store.ask(handle -> {
            Query query = handle.createQuery("select " + COLUMNS + " from disclosure" + " where number >= :from"
                            + ofLeaf + " order by number limit :most")
                    .bind("from", from)
                    .bind("most", most);
            if (leaf != null) {
                query.bind("leaf", leaf);
            }
            return query.map((row, context) -> disclosure(row)).list();
        });
    }

    private static Disclosure disclosure(ResultSet row) throws SQLException {
        return new Disclosure(
                row.getLong("number"),
                row.getLong("from_index"),
                row.getLong("to_index"),
                row.getString("caller"),
                row.getTimestamp("disclosed_at").toInstant());
    }
}
