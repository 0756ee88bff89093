package io.centerline.journal.search;

import io.centerline.journal.DecisionJson;
import io.centerline.journal.JournalUnavailable;
import io.centerline.journal.Reading;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds decisions, newest first. A page names the place it starts before, so that pages read one after the other give
 * each decision once, whatever is recorded meanwhile. Safe for any number of threads.
 */
public final class Search {
    /** Before no decision: where the first page starts. */
    public static final long FROM_THE_NEWEST = Long.MAX_VALUE;

    private static final String SUMMARY =
            "id, index, importer, as_of, decided_at, status, center, basis, reviews, rules, rulebook";
    private static final String WHOLE = "index, leaf, body";

    private final Jdbi jdbi;

    /** Over a pool of connections to a database with the journal's tables. */
    public Search(DataSource pool) {
        this.jdbi = Jdbi.create(pool);
    }

    /** Reads one row of a result. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The next decisions in one line each.
     *
     * @param before they have smaller indices
     * @param most at most so many, at least 1
     * @throws JournalUnavailable when the database does not answer
     */
    public List<Found> find(Filter filter, long before, int most) {
        return page(SUMMARY, Search::found, filter, before, most);
    }

    /**
     * The next decisions whole; otherwise as {@link #find}.
     *
     * @throws JournalUnavailable when the database does not answer
     */
    public List<Given> findWhole(Filter filter, long before, int most) {
        return page(WHOLE, Search::given, filter, before, most);
    }

    private <T> List<T> page(String columns, Reader<T> reader, Filter filter, long before, int most) {
        return Reading.attempt(() -> jdbi.withHandle(handle -> {
            Stretch stretch = Stretch.of(handle, filter).before(before);
            Selection selection = new Selection(filter, stretch);
            return selection
                    .bind(handle.createQuery("select " + columns + " from decision where " + selection.condition()
                            + " order by " + selection.newestFirst() + " limit :most"))
                    .bind("most", most)
                    .map((row, context) -> reader.read(row))
                    .list();
        }));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getLong("index"),
                row.getString("importer"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                row.getString("center"),
                row.getString("basis"),
                texts(row, "reviews"),
                texts(row, "rules"),
                row.getString("rulebook"));
    }

    private static Given given(ResultSet row) throws SQLException {
        long index = row.getLong("index");
        byte[] body = row.getString("body").getBytes(StandardCharsets.UTF_8);
        String leaf = HexFormat.of().formatHex(row.getBytes("leaf"));
        return new Given(index, DecisionJson.withPlace(body, index, leaf));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
