package io.centerline.journal;

import io.centerline.journal.RecordSource.Part;
import io.centerline.log.Disclosed;
import io.centerline.log.LogRecord;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.store.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The leaves that are no decisions. Each is written in the transaction of what it is about, in one order with all decisions.
 * Safe for any number of threads.
 */
public final class LogRecords {
    /** What {@link #differing} says when a leaf's content is not what it commits to. */
    static final String CONTENT = "content";

    /** What {@link #unlogged} is called where an opening promises a leaf for each row. */
    static final String UNLOGGED = "unlogged";

    /** Ends what the second opening of a kind is about, which comes when its earlier rows have their leaves. */
    private static final String WHOLE_SUFFIX = "/all";

    private static final int COVERED_AT_ONCE = 500;
    private static final int LOOKED_AT_AT_ONCE = 5_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LogStore store;
    private final List<RecordSource> sources;

    /** With the tables that the leaves of each kind are about. */
    public LogRecords(LogStore store, List<RecordSource> sources) {
        this.store = store;
        this.sources = List.copyOf(sources);
    }

    /**
     * Appends a leaf. The writer's lock is taken here and held to the end of the transaction, so this comes last in it.
     *
     * @param ref what the leaf is about, within its kind
     * @return its index
     */
    public static long append(Handle handle, RecordKind kind, String ref, RecordText text) {
        return append(handle, kind, Map.of(ref, text));
    }

    /**
     * Appends leaves of one kind, in their order.
     *
     * @param texts by what each is about
     * @return the index of the first
     */
    public static long append(Handle handle, RecordKind kind, Map<String, RecordText> texts) {
        Map<String, LogRecord> records = new LinkedHashMap<>();
        texts.forEach((ref, text) -> records.put(ref, text.record(kind, RANDOM)));
        DecisionTable.lock(handle);
        // Behind the lock, so that it sees what others committed before.
        long next = next(handle);
        if (!isOpened(handle, kind)) {
            RecordText opening = kind.isOpenedWithItsFirst()
                    ? whole(kind.word())
                    : new RecordText(Map.of("opens", kind.word()), null);
            insert(handle, next++, Map.of(kind.word(), opening.record(RecordKind.OPENING, RANDOM)));
        }
        insert(handle, next, records);
        return next;
    }

    private static long next(Handle handle) {
        return handle.createQuery(DecisionTable.NEXT_INDEX).mapTo(Long.class).one();
    }

    private static boolean isOpened(Handle handle, RecordKind kind) {
        return handle.createQuery("select exists (select from log_record where kind = ? and ref = ?)")
                .bind(0, RecordKind.OPENING.word())
                .bind(1, kind.word())
                .mapTo(Boolean.class)
                .one();
    }

    private static void insert(Handle handle, long first, Map<String, LogRecord> records) {
        PreparedBatch batch = handle.prepareBatch("insert into log_record (index, kind, ref, said, content, salt, leaf)"
                + " values (?, ?, ?, ?, ?, ?::bytea, ?)");
        long next = first;
        for (Map.Entry<String, LogRecord> one : records.entrySet()) {
            LogRecord record = one.getValue();
            Disclosed content = record.content();
            batch.bind(0, next++)
                    .bind(1, record.kind().word())
                    .bind(2, one.getKey())
                    .bind(3, utf8(record.said()))
                    .bind(4, content == null ? null : utf8(content.facts()))
                    .bind(5, content == null ? null : content.salt())
                    .bind(6, record.leaf().toBytes())
                    .add();
        }
        batch.execute();
    }

    private static String utf8(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    /**
     * Leaves in their order.
     *
     * @param kind only of this kind; null for all
     * @param from only those at this place or behind it
     * @param most how many at most
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when one of them is not what was recorded
     */
    public List<StoredRecord> list(@Nullable RecordKind kind, long from, int most) {
        return store.ask(handle -> handle.createQuery("select * from log_record where index >= :from"
                        + " and (:kind::text is null or kind = :kind) order by index limit :most")
                .bind("from", from)
                .bind("kind", kind == null ? null : kind.word())
                .bind("most", most)
                .map((row, context) -> StoredRecord.of(row).checked())
                .list());
    }

    /**
     * The last leaves, the last one first.
     *
     * @param kind only of this kind; null for all
     * @param before only those before this place
     * @param most how many at most
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when one of them is not what was recorded
     */
    public List<StoredRecord> latest(@Nullable RecordKind kind, long before, int most) {
        return store.ask(handle -> handle.createQuery("select * from log_record where index < :before"
                        + " and (:kind::text is null or kind = :kind) order by index desc limit :most")
                .bind("before", before)
                .bind("kind", kind == null ? null : kind.word())
                .bind("most", most)
                .map((row, context) -> StoredRecord.of(row).checked())
                .list());
    }

    /**
     * How many leaves there are of each kind, those of this program first and in their order.
     *
     * @param size only those before this place
     * @throws StoreUnavailable when the database does not answer
     */
    public Map<String, Long> count(long size) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            counts.put(kind.word(), 0L);
        }
        store.ask(handle -> handle.createQuery(
                                "select kind, count(*) as leaves from log_record where index < ? group by kind order by kind")
                        .bind(0, size)
                        .map((row, context) -> Map.entry(row.getString("kind"), row.getLong("leaves")))
                        .list())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /**
     * The leaf at a place; empty when there is none, and where a decision is.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when it is not what was recorded
     */
    public Optional<StoredRecord> find(long index) {
        return list(null, index, 1).stream()
                .filter(found -> found.index() == index)
                .findFirst();
    }

    private static Optional<StoredRecord> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(StoredRecord.of(row));
        } catch (LogAltered unreadable) {
            return Optional.empty();
        }
    }

    /** The leaves of a stretch, by their places; one that cannot be read is missing. */
    static Map<Long, StoredRecord> within(Handle handle, long from, long to) {
        Map<Long, StoredRecord> found = new LinkedHashMap<>();
        handle.createQuery("select * from log_record where index >= ? and index < ? order by index")
                .bind(0, from)
                .bind(1, to)
                .map((row, context) -> readable(row))
                .forEach(one -> one.ifPresent(record -> found.put(record.index(), record)));
        return found;
    }

    /**
     * How the row that a leaf is about differs from it: {@code changed}, {@code deleted}, or {@code content} when the
     * content that the leaf commits to is missing or altered, so that the row cannot be compared; empty when it does
     * not differ.
     */
    List<String> differing(Handle handle, StoredRecord stored) {
        if (!stored.record().map(LogRecord::keepsContent).orElse(true)) {
            return List.of(CONTENT);
        }
        Optional<RecordSource> source = sources.stream()
                .filter(one -> one.kind().word().equals(stored.kind()))
                .findFirst();
        if (source.isEmpty()) {
            return List.of();
        }
        Optional<RecordText> now = source.get().find(handle, stored.ref());
        if (now.isEmpty()) {
            return List.of("deleted");
        }
        return now.get().isSaidBy(stored.record().orElseThrow()) ? List.of() : List.of("changed");
    }

    /** The tables that the leaves of each kind are about. */
    List<RecordSource> sources() {
        return sources;
    }

    /**
     * Makes the log hold every row of every kind. Kinds that it does not hold from their first row on are covered: each
     * row recorded before the log held the kind gets a leaf now. Kinds that are opened with their first leaf wait for it. To be called when a program starts, before it records.
     *
     * @throws StoreUnavailable when the database does not answer; the next call goes on
     */
    public void open() {
        for (RecordSource source : sources) {
            String whole = source.kind().word();
            if (!source.kind().isOpenedWithItsFirst() && !store.ask(handle -> isWhole(handle, whole))) {
                cover(source);
            }
        }
    }

    private void cover(RecordSource source) {
        String end = "";
        do {
            String after = end;
            end = store.ask(handle -> cover(handle, source, after));
        } while (!end.isEmpty());
        store.ask(handle -> {
            DecisionTable.lock(handle);
            String kind = source.kind().word();
            if (!isWhole(handle, kind)) {
                String ref = isOpened(handle, source.kind()) ? kind + WHOLE_SUFFIX : kind;
                insert(handle, next(handle), Map.of(ref, whole(kind).record(RecordKind.OPENING, RANDOM)));
            }
            return true;
        });
    }

    /** Gives leaves to the next rows; a row that came after one with a leaf should have had its own and gets none. */
    private static String cover(Handle handle, RecordSource source, String after) {
        DecisionTable.lock(handle);
        Optional<String> first = first(handle, source.kind());
        Part part = source.withoutLeaf(handle, after, COVERED_AT_ONCE);
        Map<String, LogRecord> records = new LinkedHashMap<>();
        for (String ref : part.lost()) {
            if (first.isEmpty() || source.isBefore(handle, ref, first.get())) {
                source.find(handle, ref).ifPresent(text -> records.put(ref, text.record(source.kind(), RANDOM)));
            }
        }
        if (!records.isEmpty()) {
            insert(handle, next(handle), records);
        }
        return part.end();
    }

    private static RecordText whole(String kind) {
        return new RecordText(Map.of("opens", kind, "holds", "all"), null);
    }

    /** Whether the log holds a kind from its first row on. */
    private static boolean isWhole(Handle handle, String kind) {
        return Stream.of(kind, kind + WHOLE_SUFFIX)
                .anyMatch(ref -> find(handle, RecordKind.OPENING, ref)
                        .filter(opening -> opens(opening).isPresent())
                        .isPresent());
    }

    /** The kind that a leaf opens from its first row on; empty for other leaves. */
    private Optional<RecordSource> opened(StoredRecord record) {
        return opens(record)
                .flatMap(kind -> sources.stream()
                        .filter(source -> source.kind().word().equals(kind))
                        .findFirst());
    }

    private static Optional<String> opens(StoredRecord record) {
        String kind = record.ref().split("/", 2)[0];
        return record.kind().equals(RecordKind.OPENING.word())
                        && record.holds()
                        && whole(kind).isSaidBy(record.record().orElseThrow())
                ? Optional.of(kind)
                : Optional.empty();
    }

    /** The first row that got a leaf when it was recorded; empty when the kind was not opened yet. */
    private static Optional<String> first(Handle handle, RecordKind kind) {
        return handle.createQuery("select ref from log_record where kind = :kind and index >"
                        + " (select index from log_record where kind = :opening and ref = :kind)"
                        + " order by index limit 1")
                .bind("kind", kind.word())
                .bind("opening", RecordKind.OPENING.word())
                .mapTo(String.class)
                .findOne();
    }

    private static Optional<StoredRecord> find(Handle handle, RecordKind kind, String ref) {
        return handle.createQuery("select * from log_record where kind = ? and ref = ?")
                .bind(0, kind.word())
                .bind(1, ref)
                .map((row, context) -> readable(row))
                .findOne()
                .flatMap(found -> found);
    }

    /** The leaves of a kind that give their hash, by what they are about. */
    public static Map<String, LogRecord> held(Handle handle, RecordKind kind, List<String> refs) {
        Map<String, LogRecord> held = new LinkedHashMap<>();
        handle.createQuery("select * from log_record where kind = ? and ref = any(?)")
                .bind(0, kind.word())
                .bindBySqlType(1, refs.toArray(String[]::new), Types.ARRAY)
                .map((row, context) -> readable(row))
                .forEach(one -> one.filter(StoredRecord::holds)
                        .ifPresent(found -> found.record().ifPresent(record -> held.put(found.ref(), record))));
        return held;
    }

    /** Whether the log holds that a row says this. */
    public static boolean says(Handle handle, RecordKind kind, String ref, RecordText text) {
        return find(handle, kind, ref)
                .filter(StoredRecord::holds)
                .flatMap(StoredRecord::record)
                .filter(record -> record.keepsContent() && text.isSaidBy(record))
                .isPresent();
    }

    /**
     * Rows without a leaf, some of them, by the place of the opening that promises one for each.
     *
     * @param from only for openings at this place or behind it
     * @param to only for openings before this place
     */
    Map<Long, List<String>> unlogged(long from, long to) {
        List<StoredRecord> openings = store.ask(handle -> handle
                .createQuery("select * from log_record" + " where kind = ? and index >= ? and index < ? order by index")
                .bind(0, RecordKind.OPENING.word())
                .bind(1, from)
                .bind(2, to)
                .map((row, context) -> readable(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
        Map<Long, List<String>> unlogged = new LinkedHashMap<>();
        openings.forEach(opening -> opened(opening).ifPresent(source -> unlogged.put(opening.index(), lost(source))));
        return unlogged;
    }

    private List<String> lost(RecordSource source) {
        Part part = Part.NONE;
        do {
            String after = part.end();
            part = store.ask(handle -> source.withoutLeaf(handle, after, LOOKED_AT_AT_ONCE));
        } while (part.lost().isEmpty() && !part.end().isEmpty());
        return part.lost();
    }
}
