package io.centerline.journal;

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

/** Writes rows of {@code decision} in PostgreSQL's binary COPY format ("File Formats" under COPY in its manual). */
final class BinaryRow {

    static final String COPY = "copy decision (index, id, kind, importer, center, basis, status, reviews, rules, as_of,"
            + " decided_at, rulebook, schedule, program, facts_gz, salt, body_gz, leaf) from stdin (format binary)";

    private static final short COLUMNS = 18;
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short END = -1;
    private static final int NULL = -1;
    private static final int TEXT_TYPE = 25;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant FIRST_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

    private final DataOutputStream out;

    private BinaryRow(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /** Writes all rows, with the format's header and trailer. */
    static void writeAll(OutputStream out, List<Outcome.Durable> rows) throws IOException {
        BinaryRow writer = new BinaryRow(out);
        writer.out.write(HEADER);
        for (Outcome.Durable row : rows) {
            writer.write(row);
        }
        writer.out.writeShort(END);
        writer.out.flush();
    }

    private void write(Outcome.Durable row) throws IOException {
        Ticket ticket = row.ticket();
        Draft draft = ticket.draft();
        out.writeShort(COLUMNS);
        number(row.recorded().index());
        uuid(draft.id());
        text(draft.kind().name());
        text(draft.importer());
        text(draft.center());
        text(draft.basis());
        text(draft.status());
        texts(draft.reviews());
        texts(draft.rules());
        day(draft.asOf());
        number(ChronoUnit.MICROS.between(FIRST_INSTANT, draft.decidedAt()));
        text(draft.rulebook());
        text(draft.schedule());
        text(draft.program());
        optional(ticket.facts());
        optional(draft.salt());
        bytes(ticket.body());
        bytes(ticket.leaf());
    }

    private void number(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private void uuid(UUID value) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    private void day(LocalDate value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(Math.toIntExact(ChronoUnit.DAYS.between(FIRST_DAY, value)));
    }

    private void text(@Nullable String value) throws IOException {
        optional(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private void optional(byte @Nullable [] value) throws IOException {
        if (value == null) {
            out.writeInt(NULL);
        } else {
            bytes(value);
        }
    }

    private void texts(List<String> values) throws IOException {
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

    private void bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
