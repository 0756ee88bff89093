package io.centerline.impact.runs;

import io.centerline.impact.CaseKind;
import io.centerline.impact.CasePlace;
import io.centerline.journal.LeafCheck;
import io.centerline.journal.Recorded;
import io.centerline.journal.search.SearchCondition;
import io.centerline.store.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The recorded decisions of a selection, the latest first. Sizes are read before facts are, so that whoever reads can
 * bound what is in memory. Methods throw what JDBC and Jdbi throw.
 */
public final class RecordedCases {
    private final Jdbi jdbi;

    /**
     * Where a case is and how much it weighs.
     *
     * @param bytes length of its facts; 0 once erased
     */
    record Size(long index, long bytes) {}

    /**
     * A case as recorded.
     *
     * @param kind what was decided
     * @param facts canonical JSON, UTF-8; null once erased, and when the row is not as it was recorded
     * @param altered whether it is not
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Stored(long index, UUID id, CaseKind kind, LocalDate asOf, byte @Nullable [] facts, boolean altered) {
        static Stored of(ResultSet row) throws SQLException {
            Optional<Recorded> whole = LeafCheck.findWhole(row);
            return new Stored(
                    row.getLong("index"),
                    row.getObject("id", UUID.class),
                    CaseKind.valueOf(row.getString("kind")),
                    row.getObject("as_of", LocalDate.class),
                    whole.map(recorded -> recorded.draft().facts()).orElse(null),
                    whole.isEmpty());
        }

        CasePlace place() {
            return new CasePlace(index, id.toString());
        }
    }

    RecordedCases(DataSource pool) {
        this.jdbi = Statements.over(pool);
    }

    /** The place behind the last decision; what is below never changes. */
    public long journal() {
        return jdbi.withHandle(RecordedCases::journal);
    }

    public static long journal(Handle handle) {
        return handle.createQuery("select coalesce(max(index), -1) + 1 from decision")
                .mapTo(Long.class)
                .one();
    }

    /** How many decisions there are below an index: leaves of other kinds have places there too. */
    long decisions(long below) {
        return jdbi.withHandle(handle -> decisions(handle, below));
    }

    static long decisions(Handle handle, long below) {
        return below
                - handle.createQuery("select count(*) from log_record where index < ?")
                        .bind(0, below)
                        .mapTo(Long.class)
                        .one();
    }

    /** How many decisions below an index are selected. */
    long count(CaseSelection selection, long below) {
        String limit = selection.sample() == null ? "" : " limit " + selection.sample();
        return jdbi.withHandle(handle -> query(
                        handle, selection, below, "select count(*) from (select from decision where %s" + limit + ") d")
                .mapTo(Long.class)
                .one());
    }

    /** The next cases below an index, the latest first, at most so many. */
    List<Size> sizes(CaseSelection selection, long below, int most) {
        // The length of a text is known without reading it, in either form.
        String sql =
                "select index, coalesce(octet_length(facts), unpacked_length(facts_gz)) as bytes from decision where"
                        + " %s order by %s limit "
                        + most;
        return jdbi.withHandle(handle -> query(handle, selection, below, sql)
                .map((row, context) -> new Size(row.getLong("index"), row.getLong("bytes")))
                .list());
    }

    /** The cases from one of the sizes to another, both included, the latest first. */
    List<Stored> read(CaseSelection selection, Size latest, Size earliest) {
        String sql = "select * from decision where %s and index >= " + earliest.index() + " order by index desc";
        return jdbi.withHandle(handle -> query(handle, selection, latest.index() + 1, sql)
                .map((row, context) -> Stored.of(row))
                .list());
    }

    private static Query query(Handle handle, CaseSelection selection, long below, String sql) {
        SearchCondition condition = SearchCondition.below(selection.filter(), below);
        return condition.bind(handle.createQuery(sql.formatted(condition.condition(), condition.newestFirst())));
    }
}
