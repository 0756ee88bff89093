package io.centerline.activation;

import io.centerline.journal.LogAltered;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Follows what is activated in the database, also by others and also while it was away: listens, and asks once a second
 * all the same. A rulebook is prepared beside, then switched to at once.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Follower.class);

    static final String CHANNEL = "centerline_activation";

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int LISTEN_MILLIS = 100;
    private static final long PAUSE_MILLIS = 200;

    private final DataSource pool;
    private final Activations activations;
    private final Replicas replicas;
    private final Preparation preparation;
    private final ActiveRulebook active;
    private final UUID id;
    private final String name;
    private final ExecutorService preparing =
            Executors.newSingleThreadExecutor(task -> daemon(task, "prepare-rulebook"));
    private final Thread thread = daemon(this::follow, "follow-activations");
    private volatile boolean closing;
    private volatile long submitted;

    /**
     * Not yet following; {@link #start()} begins. The parts are this replica's own.
     *
     * @param pool for the one connection that is kept as long as the program runs
     */
    public Follower(
            DataSource pool,
            Activations activations,
            Replicas replicas,
            Preparation preparation,
            ActiveRulebook active,
            Replica self) {
        this.pool = pool;
        this.activations = activations;
        this.replicas = replicas;
        this.preparation = preparation;
        this.active = active;
        this.id = self.id();
        this.name = self.name();
    }

    /** Begins to follow. */
    public void start() {
        thread.start();
    }

    /** Stops following and tells so. */
    @Override
    public void close() {
        closing = true;
        preparing.shutdownNow();
        try {
            thread.join(BEAT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            replicas.leave(id);
        } catch (RuntimeException away) {
            LOG.debug("the database is away; the replica's row grows old by itself", away);
        }
    }

    private void follow() {
        boolean away = false;
        while (!closing) {
            try (Connection connection = pool.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, Math.toIntExact(Replicas.LEASE.toMillis()));
                execute(connection, "listen " + CHANNEL);
                try {
                    if (away) {
                        LOG.info("activations are followed again");
                        away = false;
                    }
                    while (!closing) {
                        beat();
                        listen(connection);
                    }
                } finally {
                    execute(connection, "unlisten " + CHANNEL);
                    connection.setNetworkTimeout(Runnable::run, 0);
                }
            } catch (SQLException | RuntimeException failed) {
                if (!away && !closing) {
                    LOG.warnf("activations cannot be followed, trying again: %s", failed.getMessage());
                    away = true;
                }
                pause();
            }
        }
    }

    private void beat() {
        long asked = active.tick();
        replicas.beat(self());
        active.passOver(activations.unlogged().orElse(null));
        activations.newest().ifPresent(number -> {
            active.heard(number, asked);
            if (number > active.latest().activation().number() && number != submitted) {
                submitted = number;
                preparing.execute(() -> prepare(number));
            }
        });
    }

    private Replica self() {
        return new Replica(id, name, active.latest().activation().number(), active.trouble());
    }

    private void prepare(long number) {
        try {
            activations.active().ifPresent(this::prepare);
        } catch (LogAltered altered) {
            LOG.errorf("activation %d cannot serve: %s", number, altered.getMessage());
            active.failed(number, "its row is not what the log holds of it");
        } catch (RuntimeException away) {
            LOG.warnf("activation %d is not prepared, trying again: %s", number, away.getMessage());
            submitted = 0;
        }
    }

    private void prepare(Activation newest) {
        try {
            Rulebook rulebook = preparation.of(newest.rulebook());
            rehearse(rulebook);
            if (active.trouble() != null) {
                // From here on it is waited for; only then may it decide again.
                replicas.beat(new Replica(id, name, newest.number(), null));
            }
            active.switchTo(newest, rulebook);
            replicas.beat(self());
        } catch (UnknownRulebook | TamperedRulebook | RulebookException refused) {
            LOG.errorf("activation %d cannot serve: %s", newest.number(), refused.getMessage());
            active.failed(newest.number(), "its rulebook cannot be read here");
            replicas.beat(self());
        } catch (RuntimeException away) {
            LOG.warnf("activation %d is not prepared, trying again: %s", newest.number(), away.getMessage());
            submitted = 0;
        }
    }

    /** A rulebook that is active elsewhere serves here too, warm or not. */
    private void rehearse(Rulebook rulebook) {
        try {
            preparation.rehearse(rulebook);
        } catch (RulebookException refused) {
            throw refused;
        } catch (RuntimeException cold) {
            LOG.warnf("%s begins to serve without a rehearsal: %s", rulebook.hash(), cold.getMessage());
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection server = connection.unwrap(PGConnection.class);
        long begun = active.tick();
        while (!closing && active.tick() - begun < BEAT.toNanos()) {
            if (server.getNotifications(LISTEN_MILLIS).length > 0) {
                return;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
