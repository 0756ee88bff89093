package io.centerline.journal;

import io.centerline.decision.Draft;
import io.centerline.store.BinaryRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes rows of the table {@code decision} for PostgreSQL's COPY. */
final class DecisionCopy {
    static final String COPY = "copy decision (index, id, kind, importer, center, basis, status, reviews, rules, as_of,"
            + " decided_at, rulebook, schedule, program, facts_gz, salt, body_gz, leaf, places) from stdin (format binary)";

    private static final int COLUMNS = 19;

    /** The contract under which other leaves have places among the decisions. Programs that do not know it cannot record. */
    private static final int SHARED_PLACES = 2;

    private DecisionCopy() {}

    /** Writes all rows as {@link #COPY} expects them. */
    static void writeAll(OutputStream out, List<WriteResult.Durable> rows) throws IOException {
        BinaryRow.writeAll(out, rows, COLUMNS, DecisionCopy::write);
    }

    private static void write(WriteResult.Durable durable, BinaryRow row) throws IOException {
        Ticket ticket = durable.ticket();
        Draft draft = ticket.draft();
        row.number(durable.recorded().index());
        row.uuid(draft.id());
        row.text(draft.kind().name());
        row.text(draft.importer());
        row.text(draft.center());
        row.text(draft.basis());
        row.text(draft.status());
        row.texts(draft.reviews());
        row.texts(draft.rules());
        row.day(draft.asOf());
        row.instant(draft.decidedAt());
        row.text(draft.rulebook());
        row.text(draft.schedule());
        row.text(draft.program());
        row.optional(ticket.facts());
        row.optional(draft.salt());
        row.bytes(ticket.body());
        row.bytes(ticket.leaf());
        row.smallNumber(SHARED_PLACES);
    }
}
