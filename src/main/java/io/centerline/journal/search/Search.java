package io.centerline.journal.search;

import io.centerline.decision.DecisionJson;
import io.centerline.decision.DecisionKind;
import io.centerline.journal.LeafCheck;
import io.centerline.journal.LogAltered;
import io.centerline.journal.StoreCall;
import io.centerline.store.Packed;
import io.centerline.store.Statements;
import io.centerline.store.StoreUnavailable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Finds decisions, newest first. A page names the place it starts before, so that pages read one after the other give
 * each decision once, whatever is recorded meanwhile. Safe for any number of threads.
 */
public final class Search {
    /** Before no decision: where the first page starts. */
    public static final long FROM_THE_NEWEST = Long.MAX_VALUE;

    private static final String SUMMARY =
            "id, kind, index, importer, as_of, decided_at, status, center, basis, reviews, rules, rulebook";
    private static final String WHOLE = "index, leaf, body, body_gz";

    /** Decisions in a chunk: a bit each, so that a row of bits is 1 KB. */
    private static final int CHUNK = 8_192;

    private final Jdbi jdbi;
    private final Bits bits;
    private final Spans spans;

    /** Over a pool of connections to a database with the journal's tables. */
    public Search(DataSource pool) {
        this(pool, CHUNK);
    }

    /** With another size of chunks. */
    Search(DataSource pool, int chunk) {
        this.jdbi = Statements.over(pool);
        this.bits = new Bits(chunk);
        this.spans = new Spans(chunk);
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
     * @throws StoreUnavailable when the database does not answer
     */
    public List<DecisionSummary> find(Filter filter, long before, int most) {
        return page(SUMMARY, Search::found, filter, before, most);
    }

    /**
     * The next decisions whole; otherwise as {@link #find}.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when one of them is not what was recorded
     */
    public List<DecisionDocument> findWhole(Filter filter, long before, int most) {
        return page(WHOLE, Search::given, filter, before, most);
    }

    /**
     * Counts the decisions that a filter lets pass.
     *
     * @throws StoreUnavailable when the database does not answer
     */
    public Counts count(Filter filter, Grouping by) {
        return StoreCall.attempt(() -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Tally tally = new Tally(handle, filter, by);
            for (Spans.Stretch stretch : spans.of(handle, filter)) {
                IndexRange range = stretch.range();
                IndexRange known = stretch.whole() && filter.importer() == null
                        ? bits.wholeChunks(handle, range)
                        : IndexRange.NONE;
                if (known.isEmpty()) {
                    tally.look(range);
                } else {
                    tally.look(range.before(known.after() + 1));
                    tally.add(bits, known);
                    tally.look(range.from(known.before()));
                }
            }
            return tally.counts();
        }));
    }

    /**
     * How many decisions have come behind one.
     *
     * @param after they have greater indices
     * @param most where counting ends
     * @throws StoreUnavailable when the database does not answer
     */
    public int countAfter(Filter filter, long after, int most) {
        SearchCondition selection = new SearchCondition(filter, new IndexRange(after, FROM_THE_NEWEST));
        return StoreCall.attempt(() -> jdbi.withHandle(handle -> selection
                .bind(handle.createQuery("select count(*) from (select from decision where " + selection.condition()
                        + " limit :most) newer"))
                .bind("most", most)
                .mapTo(Integer.class)
                .one()));
    }

    /** Adds up the counts of stretches. */
    private static final class Tally {
        private final Handle handle;
        private final Filter filter;
        private final Grouping by;
        private final SortedMap<String, Long> byKey = new TreeMap<>();
        private long total;

        Tally(Handle handle, Filter filter, Grouping by) {
            this.handle = handle;
            this.filter = filter;
            this.by = by;
        }

        /** Adds a stretch of whole chunks, all of it within the filter's days. */
        void add(Bits bits, IndexRange chunks) {
            List<String> codes = new ArrayList<>(Code.of(filter));
            codes.add(Code.ALL);
            total += bits.count(handle, codes, chunks);
            bits.countBy(handle, codes, by.prefix(), chunks).forEach(this::add);
        }

        /** Adds a stretch by looking at decision after decision. */
        void look(IndexRange stretch) {
            SearchCondition selection = new SearchCondition(filter, stretch);
            String matching = " from decision where " + selection.condition();
            total += selection
                    .bind(handle.createQuery("select count(*)" + matching))
                    .mapTo(Long.class)
                    .one();
            selection
                    .bind(handle.createQuery("select " + by.expression() + " k, count(*) n" + matching + " group by 1"))
                    .map((row, context) -> Map.entry(row.getString("k"), row.getLong("n")))
                    .forEach(count -> add(count.getKey(), count.getValue()));
        }

        private void add(String key, long count) {
            if (count > 0) {
                byKey.merge(key, count, Long::sum);
            }
        }

        Counts counts() {
            return new Counts(total, byKey);
        }
    }

    /**
     * Makes search by codes and by days quicker where the journal has grown by a chunk.
     *
     * @return whether it had
     * @throws StoreUnavailable when the database does not answer
     */
    public boolean coverNext() {
        return StoreCall.attempt(() -> jdbi.inTransaction(handle -> {
            boolean spanned = spans.coverNext(handle);
            return bits.coverNext(handle) || spanned;
        }));
    }

    private <T extends Row> List<T> page(String columns, Reader<T> reader, Filter filter, long before, int most) {
        return StoreCall.attempt(() -> jdbi.withHandle(handle -> {
            List<T> rows = new ArrayList<>();
            for (Spans.Stretch stretch : spans.of(handle, filter)) {
                if (rows.size() < most) {
                    IndexRange range = stretch.range().before(before);
                    rows.addAll(page(handle, columns, reader, filter, range, most - rows.size()));
                }
            }
            return rows;
        }));
    }

    private <T extends Row> List<T> page(
            Handle handle, String columns, Reader<T> reader, Filter filter, IndexRange range, int most)
            throws SQLException {
        if (range.isEmpty()) {
            return List.of();
        }
        List<String> codes = Code.of(filter);
        if (filter.importer() != null || codes.isEmpty()) {
            return look(handle, columns, reader, filter, range, most);
        }
        long covered = bits.covered(handle);
        List<T> rows = new ArrayList<>(look(handle, columns, reader, filter, range.from(covered), most));
        IndexRange rest = range.before(covered);
        while (rows.size() < most && !rest.isEmpty()) {
            int wanted = most - rows.size();
            List<Long> indices = bits.find(handle, codes, rest, wanted);
            rows.addAll(fetch(handle, columns, reader, filter, indices));
            if (indices.size() < wanted) {
                break;
            }
            // Days are not among the codes: some of these may not have been on one.
            rest = rest.before(indices.get(indices.size() - 1));
        }
        return rows;
    }

    /** Finds by looking at decision after decision. */
    private static <T> List<T> look(
            Handle handle, String columns, Reader<T> reader, Filter filter, IndexRange stretch, int most) {
        SearchCondition selection = new SearchCondition(filter, stretch);
        return selection
                .bind(handle.createQuery("select " + columns + " from decision where " + selection.condition()
                        + " order by " + selection.newestFirst() + " limit :most"))
                .bind("most", most)
                .map((row, context) -> reader.read(row))
                .list();
    }

    /** Those of some decisions that a filter lets pass. */
    private static <T> List<T> fetch(Handle handle, String columns, Reader<T> reader, Filter filter, List<Long> indices)
            throws SQLException {
        SearchCondition selection = new SearchCondition(filter, IndexRange.WHOLE);
        Array array = handle.getConnection().createArrayOf("bigint", indices.toArray());
        return selection
                .bind(handle.createQuery("select " + columns + " from decision where index = any(:indices) and "
                        + selection.condition() + " order by index desc"))
                .bindBySqlType("indices", array, Types.ARRAY)
                .map((row, context) -> reader.read(row))
                .list();
    }

    private static DecisionSummary found(ResultSet row) throws SQLException {
        return new DecisionSummary(
                row.getObject("id", UUID.class),
                DecisionKind.valueOf(row.getString("kind")),
                row.getLong("index"),
                row.getString("importer"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                row.getString("center"),
                row.getString("basis"),
                LeafCheck.texts(row, "reviews"),
                LeafCheck.texts(row, "rules"),
                row.getString("rulebook"));
    }

    private static DecisionDocument given(ResultSet row) throws SQLException {
        long index = row.getLong("index");
        byte[] leaf = row.getBytes("leaf");
        byte[] body = LeafCheck.body(index, Objects.requireNonNull(Packed.text(row, "body")), leaf);
        return new DecisionDocument(
                index, DecisionJson.withPlace(body, index, HexFormat.of().formatHex(leaf)));
    }
}
