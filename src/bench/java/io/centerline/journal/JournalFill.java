package io.centerline.journal;

import io.centerline.decision.DecisionJson;
import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.placement.Decision;
import io.centerline.placement.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Puts decisions into the journal in bulk: the rows its writer would write, without anybody waiting for them. */
public final class JournalFill {
    private JournalFill() {}

    /** The draft the service would make of a decision. */
    public static Draft draft(Decision decision, Receipt receipt) {
        Outcome outcome = decision.outcome();
        return new Draft(
                Objects.requireNonNull(receipt.id()),
                DecisionKind.PLACEMENT,
                decision.facts().importer().number().masked(),
                outcome.status(),
                outcome.code(),
                outcome.basis() == null ? null : outcome.basis().name(),
                decision.reviews().stream().map(review -> review.code().name()).toList(),
                decision.rules().stream().map(rule -> rule.text()).toList(),
                receipt.asOf(),
                receipt.decidedAt(),
                receipt.rulebook(),
                receipt.schedule(),
                receipt.program(),
                FactsJson.canonical(decision.facts(), Masking.NONE),
                new byte[32],
                DecisionJson.write(decision, receipt));
    }

    static WriteResult.Durable row(long index, Draft draft) {
        Ticket ticket = Ticket.of(draft, null, 0);
        return new WriteResult.Durable(ticket, new Recorded(index, ticket.leaf(), draft));
    }

    /** Appends drafts from an index on. */
    public static void append(Connection connection, long first, List<Draft> drafts) throws SQLException, IOException {
        List<WriteResult.Durable> rows = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            rows.add(row(first + rows.size(), draft));
        }
        try (OutputStream out =
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), DecisionCopy.COPY, 1 << 16)) {
            DecisionCopy.writeAll(out, rows);
        }
    }
}
