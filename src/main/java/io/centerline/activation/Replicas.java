package io.centerline.activation;

import io.centerline.store.Statements;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The programs that serve from one database, and what each of them serves. Times are the database's, so the clocks of
 * the machines do not matter. Methods throw what Jdbi throws.
 */
public final class Replicas {
    /** A program that gave no sign of life for so long does not decide until it has given one. */
    static final Duration LEASE = Duration.ofSeconds(5);

    private final Jdbi jdbi;

    /** Over a pool of connections to a database with the program's tables. */
    public Replicas(DataSource pool) {
        this.jdbi = Statements.over(pool);
    }

    /** Tells that a program lives and what it serves; what was activated is to be read after this, not before. */
    void beat(Replica replica) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into replica (id, name, activation, trouble, seen)"
                                + " values (?, ?, ?, ?, clock_timestamp()) on conflict (id)"
                                + " do update set activation = excluded.activation, trouble = excluded.trouble, seen = excluded.seen")
                .bind(0, replica.id())
                .bind(1, replica.name())
                .bind(2, replica.activation())
                .bind(3, replica.trouble())
                .execute());
    }

    /** Tells that a program is gone; the rows of those that died without a word go with it. */
    void leave(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from replica where id = ? or seen < clock_timestamp() - interval '1 hour'")
                .bind(0, id)
                .execute());
    }

    /** Those that live, by name. */
    public List<Replica> list() {
        return jdbi.withHandle(handle -> handle.createQuery("select id, name, activation, trouble from replica"
                        + " where seen >= clock_timestamp() - make_interval(secs => ?) order by name, id")
                .bind(0, LEASE.toSeconds())
                .map((row, context) -> new Replica(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getLong("activation"),
                        row.getString("trouble")))
                .list());
    }
}
