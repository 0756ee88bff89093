package io.centerline.accounts;

import io.centerline.decision.Draft;
import io.centerline.store.Statements;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The decisions that changes of accounts rest on and that the journal has yet to record, all of them placements. Each is kept in
 * the transaction of its change, so that either both come to be or neither does. The components of {@link Draft} are the columns.
 * Methods throw what JDBC and Jdbi throw.
 */
public final class OwedDecisions {
    private final Jdbi jdbi;

    /** Over a pool of connections to a database with the program's tables. */
    public OwedDecisions(DataSource pool) {
        this.jdbi = Statements.over(pool)
                .registerArrayType(String.class, "text")
                .registerRowMapper(ConstructorMapper.factory(Draft.class));
    }

    /** Adds decisions, in a transaction whose Jdbi binds lists of strings. */
    static void insert(Handle handle, List<Draft> owed) {
        PreparedBatch batch =
                handle.prepareBatch("insert into owed_decision (id, importer, status, center, basis, reviews,"
                        + " rules, as_of, decided_at, rulebook, schedule, program, facts, salt, body)"
                        + " values (:id, :importer, :status, :center, :basis, :reviews, :rules, :asOf, :decidedAt,"
                        + " :rulebook, :schedule, :program, :facts, :salt, :body)");
        owed.forEach(draft -> batch.bindMethods(draft).add());
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
    public List<Draft> list(Duration age, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select *, 'PLACEMENT' as kind from owed_decision"
                                + " where owed_at <= clock_timestamp() - ? * interval '1 millisecond' order by owed_at, id limit ?")
                .bind(0, age.toMillis())
                .bind(1, most)
                .mapTo(Draft.class)
                .list());
    }

    /** Forgets a decision that the journal has recorded. */
    public void settle(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from owed_decision where id = ?")
                .bind(0, id)
                .execute());
    }
}
