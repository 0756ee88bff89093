package io.centerline.journal.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * The bits of codes, a chunk of the journal at a time. Behind the last complete chunk that has bits decisions are found by
 * looking at them.
 */
final class Bits {
    /** Whoever writes bits holds it ("Bits" in ASCII). */
    private static final long LOCK = 0x42697473L;

    private static final int FIRST_WINDOW = 4;
    private static final int LARGEST_WINDOW = 1_024;

    private final int size;

    /**
     * Bits of chunks.
     *
     * @param size decisions in a chunk; the same for as long as a database has bits
     */
    Bits(int size) {
        this.size = size;
    }

    /** The first decision without bits. */
    long covered(Handle handle) {
        return size
                * handle.createQuery("select coalesce(max(chunk), -1) + 1 from decision_bits where code = ?")
                        .bind(0, Code.ALL)
                        .mapTo(Long.class)
                        .one();
    }

    /** The chunks with bits that lie whole in a stretch. */
    IndexRange wholeChunks(Handle handle, IndexRange stretch) {
        long behind = Math.min(covered(handle), stretch.before()) / size;
        long first = stretch.after() < behind * size ? (stretch.after() + size) / size : behind;
        return first < behind ? new IndexRange(first * size - 1, behind * size) : IndexRange.NONE;
    }

    /** Writes the bits of the next chunk, within a transaction; false when it is not complete yet or others write. */
    boolean coverNext(Handle handle) throws SQLException {
        boolean free = handle.createQuery("select pg_try_advisory_xact_lock(?)")
                .bind(0, LOCK)
                .mapTo(Boolean.class)
                .one();
        long first = free ? covered(handle) : 0;
        // Indices have no gaps, so the last leaf of a chunk stands for all.
        boolean complete = free
                && handle.createQuery("select exists (select from decision where index = :last)"
                                + " or exists (select from log_record where index = :last)")
                        .bind("last", first + size - 1)
                        .mapTo(Boolean.class)
                        .one();
        if (complete) {
            write(handle, first, read(handle, first));
        }
        return complete;
    }

    private Map<String, char[]> read(Handle handle, long first) {
        Map<String, char[]> bits = new HashMap<>();
        // A chunk without decisions gets a row too, which marks it as covered.
        bits.put(Code.ALL, empty());
        handle.createQuery("select " + Code.COLUMNS + " from decision where index >= ? and index < ?")
                .bind(0, first)
                .bind(1, first + size)
                .map((row, context) -> mark(bits, row, first))
                .forEach(codes -> {});
        return bits;
    }

    private int mark(Map<String, char[]> bits, ResultSet row, long first) throws SQLException {
        List<String> codes = Code.of(row);
        for (String code : codes) {
            bits.computeIfAbsent(code, key -> empty())[(int) (row.getLong("index") - first)] = '1';
        }
        return codes.size();
    }

    private char[] empty() {
        char[] bits = new char[size];
        Arrays.fill(bits, '0');
        return bits;
    }

    private void write(Handle handle, long first, Map<String, char[]> bits) {
        PreparedBatch batch =
                handle.prepareBatch("insert into decision_bits (code, chunk, bits) values (?, ?, ?::bit varying)");
        bits.forEach((code, chunk) -> batch.bind(0, code)
                .bind(1, first / size)
                .bind(2, new String(chunk))
                .add());
        batch.execute();
    }

    /**
     * The decisions of a stretch that bear all codes, the newest first, at most so many.
     *
     * @param codes at least one
     * @param stretch ends where bits end
     */
    List<Long> find(Handle handle, List<String> codes, IndexRange stretch, int most) {
        List<Long> found = new ArrayList<>();
        int window = FIRST_WINDOW;
        long chunk = (stretch.before() - 1) / size;
        while (found.size() < most && chunk >= 0) {
            List<Chunk> chunks = chunks(handle, codes, chunk, window);
            for (Chunk next : chunks) {
                next.collect(stretch, most, found);
            }
            boolean last =
                    chunks.size() < window || chunks.get(chunks.size() - 1).first() <= stretch.after();
            chunk = last ? -1 : chunks.get(chunks.size() - 1).first() / size - 1;
            window = Math.min(LARGEST_WINDOW, 4 * window);
        }
        return found;
    }

    @SuppressWarnings("ArrayRecordComponent") // unpacked, never compared
    private record Chunk(long first, byte[] bits) {

        void collect(IndexRange stretch, int most, List<Long> found) {
            // The binary form begins with the number of bits.
            for (int i = 8 * (bits.length - Integer.BYTES) - 1; i >= 0 && found.size() < most; i--) {
                boolean set = (bits[Integer.BYTES + i / 8] & 0x80 >> i % 8) != 0;
                if (set && first + i > stretch.after() && first + i < stretch.before()) {
                    found.add(first + i);
                }
            }
        }
    }

    private List<Chunk> chunks(Handle handle, List<String> codes, long last, int most) {
        Query query = handle.createQuery("select c0.chunk, varbit_send(" + all(codes) + ") bits from " + joined(codes)
                + " and c0.chunk <= :last order by c0.chunk desc limit :most");
        return bind(query, codes)
                .bind("last", last)
                .bind("most", most)
                .map((row, context) -> new Chunk(row.getLong("chunk") * size, row.getBytes("bits")))
                .list();
    }

    /**
     * How many decisions of whole chunks bear all codes.
     *
     * @param codes at least one
     */
    long count(Handle handle, List<String> codes, IndexRange chunks) {
        Query query = handle.createQuery("select coalesce(sum(bit_count(" + all(codes) + ")), 0)::bigint from "
                + joined(codes) + " and c0.chunk >= :first and c0.chunk < :end");
        return bindChunks(bind(query, codes), chunks).mapTo(Long.class).one();
    }

    /** The same by the codes that begin with a prefix, which is left out. */
    Map<String, Long> countBy(Handle handle, List<String> codes, String prefix, IndexRange chunks) {
        Map<String, Long> counts = new HashMap<>();
        Query query = handle.createQuery("select k.code, sum(bit_count(k.bits & " + all(codes) + "))::bigint n"
                + " from decision_bits k, " + joined(codes)
                + " and c0.chunk >= :first and c0.chunk < :end and k.chunk = c0.chunk"
                // A colon is followed by a semicolon, so the range holds every code with the prefix.
                + " and k.code >= :prefix and k.code < :behind group by k.code");
        bindChunks(bind(query, codes), chunks)
                .bind("prefix", prefix)
                .bind("behind", prefix.replace(':', ';'))
                .map((row, context) -> Map.entry(row.getString("code").substring(prefix.length()), row.getLong("n")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static String all(List<String> codes) {
        return IntStream.range(0, codes.size()).mapToObj(i -> "c" + i + ".bits").collect(Collectors.joining(" & "));
    }

    private static String joined(List<String> codes) {
        return IntStream.range(1, codes.size())
                .mapToObj(i -> " join decision_bits c" + i + " on c" + i + ".code = :code" + i + " and c" + i
                        + ".chunk = c0.chunk")
                .collect(Collectors.joining("", "decision_bits c0", " where c0.code = :code0"));
    }

    private static Query bind(Query query, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            query.bind("code" + i, codes.get(i));
        }
        return query;
    }

    private Query bindChunks(Query query, IndexRange chunks) {
        return query.bind("first", (chunks.after() + 1) / size).bind("end", chunks.before() / size);
    }
}
