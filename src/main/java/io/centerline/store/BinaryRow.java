package io.centerline.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows in PostgreSQL's binary COPY format ("File Formats" under COPY in its manual). Not thread-safe. */
public final class BinaryRow {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short END = -1;
    private static final int NULL = -1;
    private static final int TEXT_TYPE = 25;

    /** A larger piece would be one message that nobody sees arrive. */
    private static final int PIECE = 8 * 1024;

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant FIRST_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

    private final DataOutputStream out;

    private BinaryRow(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /**
     * Writes one row, column by column.
     *
     * @param <R> the row
     */
    @FunctionalInterface
    public interface Columns<R> {
        /** Writes as many columns as were announced, in the order of the COPY statement. */
        void write(R row, BinaryRow out) throws IOException;
    }

    /** Writes all rows, with the format's header and trailer. */
    public static <R> void writeAll(OutputStream out, List<? extends R> rows, int columns, Columns<R> each)
            throws IOException {
        BinaryRow writer = new BinaryRow(out);
        writer.out.write(HEADER);
        for (R row : rows) {
            writer.out.writeShort(columns);
            each.write(row, writer);
        }
        writer.out.writeShort(END);
        writer.out.flush();
    }

    /** A bigint. */
    public void number(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    /** A smallint. */
    public void smallNumber(int value) throws IOException {
        out.writeInt(Short.BYTES);
        out.writeShort(value);
    }

    /** A uuid. */
    public void uuid(UUID value) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    /** A timestamp with time zone. */
    public void instant(Instant value) throws IOException {
        number(ChronoUnit.MICROS.between(FIRST_INSTANT, value));
    }

    /** A date. */
    public void day(LocalDate value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(Math.toIntExact(ChronoUnit.DAYS.between(FIRST_DAY, value)));
    }

    /** A text; null is null. */
    public void text(@Nullable String value) throws IOException {
        optional(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** A bytea; null is null. */
    public void optional(byte @Nullable [] value) throws IOException {
        if (value == null) {
            out.writeInt(NULL);
        } else {
            bytes(value);
        }
    }

    /** A text array of one dimension, without nulls. */
    public void texts(List<String> values) throws IOException {
        List<byte[]> encoded =
                values.stream().map(v -> v.getBytes(StandardCharsets.UTF_8)).toList();
        int dimensions = encoded.isEmpty() ? 0 : 1;
        int length = encoded.stream().mapToInt(v -> Integer.BYTES + v.length).sum();
        out.writeInt((3 + 2 * dimensions) * Integer.BYTES + length);
        out.writeInt(dimensions);
        out.writeInt(0); // no nulls
        out.writeInt(TEXT_TYPE);
        if (dimensions == 1) {
            out.writeInt(encoded.size());
            out.writeInt(1); // counted from 1
        }
        for (byte[] value : encoded) {
            bytes(value);
        }
    }

    /** A bytea. */
    public void bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        for (int from = 0; from < value.length; from += PIECE) {
            out.write(value, from, Math.min(PIECE, value.length - from));
        }
    }
}
