package io.centerline.journal;

import io.centerline.decision.DecisionColumns;
import io.centerline.decision.Draft;
import io.centerline.log.Disclosed;
import io.centerline.log.ExportLine;
import io.centerline.log.TreeHash;
import io.centerline.store.StoreUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of the log with their decisions as they lie in the database, in the form that {@link
 * io.centerline.log.LogVerifier} reads. Nothing is mended: a decision that does not give its leaf's hash is withheld, and
 * columns that say something else than their decision are named.
 */
public final class LogExport {
    /** Rows of one transaction, at most. */
    private static final int PAGE_ROWS = 256;

    /** Where a page ends once it is reached, in bytes. */
    private static final int PAGE_BYTES = 1 << 20;

    private static final int FETCHED_AT_ONCE = 16;
    private static final int MOST_NAMED = 3;

    private final LogStore store;
    private final byte[] header;
    private final long from;
    private final long to;
    private final boolean facts;
    private final LogRecords records;
    private Map<Long, List<String>> unlogged = Map.of();

    LogExport(LogStore store, LogRecords records, byte[] header, long from, long to, boolean facts) {
        this.store = store;
        this.records = records;
        this.header = header;
        this.from = from;
        this.to = to;
        this.facts = facts;
    }

    /**
     * Writes all of it. Memory does not grow with its length, and no connection is held while the reader is slow.
     *
     * @throws IOException when the reader leaves
     * @throws StoreUnavailable when the database goes away meanwhile; what was written ends with a whole line
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(header);
        unlogged = records.unlogged(from, to);
        long next = from;
        while (next < to) {
            Page page = page(next);
            for (byte[] line : page.lines()) {
                out.write(line);
            }
            next = page.next();
        }
    }

    private record Page(List<byte[]> lines, long next) {}

    private Page page(long begin) {
        return store.ask(handle -> page(handle, begin));
    }

    /** The leaves of a stretch; missing ones are left out. */
    private Page page(Handle handle, long begin) {
        long end = Math.min(to, begin + PAGE_ROWS);
        List<byte[]> lines = new ArrayList<>();
        SortedMap<Long, byte[]> others = new TreeMap<>();
        LogRecords.within(handle, begin, end).forEach((index, record) -> others.put(index, line(handle, record)));
        List<Erasure> erasures = Retention.held(handle, begin, end);
        int bytes = 0;
        try (ResultIterator<Line> decisions = handle.createQuery(
                        "select "
                                + (facts ? "*" : DecisionTable.WITHOUT_FACTS)
                                + ", facts is null and facts_gz is null as erased from decision where index >= ? and index < ? order by index")
                .bind(0, begin)
                .bind(1, end)
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> line(row, erasures))
                .iterator()) {
            while (decisions.hasNext()) {
                Line line = decisions.next();
                SortedMap<Long, byte[]> before = others.headMap(line.index());
                lines.addAll(before.values());
                before.clear();
                lines.add(line.bytes());
                bytes += line.bytes().length;
                if (bytes >= PAGE_BYTES) {
                    return new Page(lines, line.index() + 1);
                }
            }
        }
        lines.addAll(others.values());
        return new Page(lines, end);
    }

    private byte[] line(Handle handle, StoredRecord record) {
        return record.holds()
                ? ExportLine.record(
                        record.index(),
                        record.leaf(),
                        differing(handle, record),
                        record.kind(),
                        record.said(),
                        facts ? record.content() : null)
                : ExportLine.withheld(record.index(), record.leaf());
    }

    private List<String> differing(Handle handle, StoredRecord record) {
        List<String> lost = unlogged.getOrDefault(record.index(), List.of());
        return lost.isEmpty()
                ? records.differing(handle, record)
                : Stream.concat(Stream.of(LogRecords.UNLOGGED), lost.stream().limit(MOST_NAMED))
                        .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Line(long index, byte[] bytes) {}

    private static Line line(ResultSet row, List<Erasure> erasures) throws SQLException {
        try {
            Recorded recorded = DecisionTable.recorded(row);
            boolean gone =
                    row.getBoolean("erased") && erasures.stream().noneMatch(erasure -> erasure.took(recorded.index()));
            return line(recorded, gone);
        } catch (LogAltered unreadable) {
            long index = row.getLong("index");
            byte[] leaf = row.getBytes("leaf");
            return new Line(
                    index,
                    leaf == null || leaf.length != TreeHash.LENGTH
                            ? new byte[0]
                            : ExportLine.withheld(index, TreeHash.of(leaf)));
        }
    }

    private static Line line(Recorded recorded, boolean gone) {
        long index = recorded.index();
        TreeHash leaf = TreeHash.of(recorded.leaf());
        byte[] entry = LeafCheck.entry(recorded);
        return new Line(
                index,
                entry == null
                        ? ExportLine.withheld(index, leaf)
                        : ExportLine.print(index, leaf, differing(recorded, gone), entry, disclosed(recorded.draft())));
    }

    private static List<String> differing(Recorded recorded, boolean gone) {
        List<String> differing = new ArrayList<>(DecisionColumns.differing(recorded.draft()));
        if (gone || (recorded.draft().salt() == null && !LeafCheck.commits(recorded))) {
            differing.add("facts");
        }
        return differing;
    }

    private static @Nullable Disclosed disclosed(Draft draft) {
        byte[] facts = draft.facts();
        byte[] salt = draft.salt();
        return facts == null || salt == null ? null : new Disclosed(salt, facts);
    }
}
