package io.centerline.journal;

import io.centerline.decision.Draft;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.log.Disclosed;
import io.centerline.placement.Decision;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Puts decisions into the journal in bulk: the rows its writer would write, without anybody waiting for them. */
public final class JournalFill {
    private JournalFill() {}

    /** The draft the service would make of a decision. */
    public static Draft draft(Decision decision, Receipt receipt) {
        byte[] facts = FactsJson.canonical(decision.facts(), Masking.NONE);
        return Draft.of(decision, receipt, new Disclosed(new byte[32], facts));
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
