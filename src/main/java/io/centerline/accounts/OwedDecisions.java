package io.centerline.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The decisions that the journal has yet to record. Methods throw what JDBC and Jdbi throw. */
public final class OwedDecisions {
    private final Jdbi jdbi;

    /** Over a pool of connections to a database with the program's tables. */
    public OwedDecisions(DataSource pool) {
        this.jdbi = Jdbi.create(pool).registerArrayType(String.class, "text");
    }

    static void insert(Handle handle, List<OwedDecision> owed) {
        PreparedBatch batch =
                handle.prepareBatch("insert into owed_decision (id, importer, status, center, basis, reviews,"
                        + " rules, as_of, decided_at, rulebook, schedule, program, facts, salt, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (OwedDecision decision : owed) {
            batch.bind(0, decision.id())
                    .bind(1, decision.importer())
                    .bind(2, decision.status())
                    .bind(3, decision.center())
                    .bind(4, decision.basis())
                    .bindArray(5, String.class, decision.reviews())
                    .bindArray(6, String.class, decision.rules())
                    .bind(7, decision.asOf())
                    .bind(8, decision.decidedAt().atOffset(ZoneOffset.UTC))
                    .bind(9, decision.rulebook())
                    .bind(10, decision.schedule())
                    .bind(11, decision.program())
                    .bind(12, decision.facts())
                    .bind(13, decision.salt())
                    .bind(14, decision.body())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /**
     * Decisions that are owed, the oldest first.
     *
     * @param age only those owed for as long
     * @param most at most so many
     */
    public List<OwedDecision> list(Duration age, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from owed_decision"
                                + " where owed_at <= clock_timestamp() - ? * interval '1 millisecond' order by owed_at, id limit ?")
                .bind(0, age.toMillis())
                .bind(1, most)
                .map((row, context) -> owed(row))
                .list());
    }

    /** Forgets a decision that the journal has recorded. */
    public void settle(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from owed_decision where id = ?")
                .bind(0, id)
                .execute());
    }

    private static OwedDecision owed(ResultSet row) throws SQLException {
        return new OwedDecision(
                row.getObject("id", UUID.class),
                row.getString("importer"),
                row.getString("status"),
                row.getString("center"),
                row.getString("basis"),
                texts(row.getArray("reviews")),
                texts(row.getArray("rules")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("rulebook"),
                row.getString("schedule"),
                row.getString("program"),
                Objects.requireNonNull(row.getBytes("facts")),
                Objects.requireNonNull(row.getBytes("salt")),
                Objects.requireNonNull(row.getBytes("body")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
