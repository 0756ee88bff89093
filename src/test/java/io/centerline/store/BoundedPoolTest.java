package io.centerline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.centerline.journal.Pools;
import io.centerline.store.embedded.SharedStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class BoundedPoolTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int MORE_THAN_THE_POOL_HOLDS = 20;

    private StoreWire wire;
    private AgroalDataSource below;
    private BoundedPool pool;

    @BeforeEach
    void open() throws SQLException {
        wire = new StoreWire(SharedStore.empty("bounded"));
        below = Pools.to(wire.database());
        pool = new BoundedPool(below, LIMIT);
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        pool.close();
        below.close();
    }

    @Test
    void read_noAnswer_endsAtTheLimit() throws SQLException {
        ask("select 1");
        wire.block();

        endsAtTheLimit(() -> ask("select 2"));
    }

    @Test
    void write_networkTakesNoMore_endsAtTheLimit() throws SQLException {
        ask("select 1");
        wire.block();

        endsAtTheLimit(() -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement("select length(?)")) {
                statement.setString(1, "x".repeat(64 << 20));
                statement.execute();
            }
        });
    }

    @Test
    void manyReads_eachShort_endAtTheLimitTogether() throws SQLException {
        endsAtTheLimit(() -> {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                while (true) {
                    statement.execute("select pg_sleep(0.05)");
                }
            }
        });
    }

    @Test
    void within_longerLimit_isWaitedFor() throws SQLException {
        try (Connection connection = pool.within(Duration.ofMinutes(1)).getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("select pg_sleep(1.2)")).isTrue();
        }
    }

    @Test
    void getConnection_afterConnectionsWereCut_servesAllPlacesAgain() throws SQLException {
        ask("select 1");
        wire.block();
        endsAtTheLimit(() -> ask("select 2"));
        wire.unblock();
        await().ignoreExceptions().until(() -> ask("select 3").equals("3"));

        for (int i = 0; i < MORE_THAN_THE_POOL_HOLDS; i++) {
            assertThat(ask("select 3")).isEqualTo("3");
        }
    }

    @Test
    void getConnection_databaseKnownToAnswerNobody_failsAtOnceUntilItAnswers() throws SQLException {
        ask("select 1");
        wire.block();
        endsAtTheLimit(() -> ask("select 2"));

        await().atMost(Duration.ofSeconds(45)).until(() -> {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> ask("select 3")).isInstanceOf(SQLException.class);
            return System.nanoTime() - begun < Duration.ofMillis(50).toNanos();
        });
        wire.unblock();

        await().ignoreExceptions().until(() -> ask("select 4").equals("4"));
    }

    @Test
    void getConnection_oneQuestionTakesTooLong_othersAreServed() throws Exception {
        Thread slow = new Thread(
                () -> assertThatThrownBy(() -> ask("select pg_sleep(60)")).isInstanceOf(SQLException.class));
        slow.start();
        while (slow.isAlive()) {
            assertThat(ask("select 5")).isEqualTo("5");
        }
    }

    /** All are lent, one of them for longer than half the limit: the database answers whoever has one. */
    @Test
    void getConnection_allConnectionsInUse_isBusyAndNoDoubtAboutTheDatabase() throws Exception {
        try (AgroalDataSource small = Pools.to(wire.database(), 2, Duration.ofMillis(500));
                BoundedPool full = new BoundedPool(small, LIMIT);
                Connection other = small.getConnection();
                Connection held = full.getConnection()) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(full::getConnection)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                busy -> assertThat(StoreFault.reason(busy))
                                        .isEqualTo("all connections to its database are in use"))
                        .matches(StoreFault::isOfTheDatabase);
            }
            other.close();

            full.getConnection().close();
        }
    }

    @Test
    void getConnection_afterConnectionsWereAborted_servesAllPlacesAgain() throws SQLException {
        // A busy machine can take longer than the limit to connect that often.
        DataSource patient = pool.within(Duration.ofMinutes(1));
        for (int i = 0; i < MORE_THAN_THE_POOL_HOLDS; i++) {
            try (Connection connection = patient.getConnection()) {
                connection.abort(Runnable::run);
            }
        }

        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void getConnection_neverLentBeforeAndDead_takesTheNext() throws SQLException {
        try (Connection one = below.getConnection();
                Connection other = below.getConnection()) {
            for (Connection dead : List.of(one, other)) {
                assertThatThrownBy(() -> dead.unwrap(Connection.class)
                                .createStatement()
                                .execute("select pg_terminate_backend(pg_backend_pid())"))
                        .isInstanceOf(SQLException.class);
            }
        }
        try (Connection one = below.getConnection()) {
            long pid = pid(one);
            ask("select pg_terminate_backend(" + pid + ")");
        }

        assertThat(ask("select 1")).isEqualTo("1");
    }

    private static long pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Short of memory, a thread cannot be started. */
    @Test
    void read_noThreadCanBeStartedForAWhile_endsOnceOneCan() throws SQLException {
        AtomicInteger refused = new AtomicInteger();
        try (BoundedPool tight = new BoundedPool(below, LIMIT, task -> {
            if (refused.incrementAndGet() <= 12) {
                throw new InternalError("simulated");
            }
            return new Thread(task);
        })) {
            try (Connection connection = tight.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                wire.block();

                endsAtTheLimit(() -> statement.execute("select 2"));
            }
        }
        assertThat(refused).hasValueGreaterThan(12);
    }

    @Test
    void session_limits_areSaidToTheDatabase() throws SQLException {
        assertThat(ask("show idle_in_transaction_session_timeout")).isEqualTo("5s");
        assertThat(ask("show lock_timeout")).isEqualTo("3s");
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void endsAtTheLimit(ThrowingCallable use) {
        long begun = System.nanoTime();
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(LIMIT.minusMillis(100), LIMIT.plusSeconds(15));
    }
}
