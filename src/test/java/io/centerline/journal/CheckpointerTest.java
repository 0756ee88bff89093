package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckpointerTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LogFixture fixture;
    private TransparencyLog log;

    @BeforeEach
    void open() throws SQLException, LogRefused {
        fixture = new LogFixture("checkpointer");
        log = fixture.open();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void interval_passed_signsWhatIsNew() {
        try (Checkpointer running = checkpointer(Duration.ofMillis(100), 1_000_000)) {
            fixture.record(3);

            await().atMost(PATIENCE).until(() -> log.newest().size() == 3);
        }
        assertThat(lost()).isZero();
    }

    @Test
    void count_reached_signsBeforeTheInterval() {
        try (Checkpointer running = checkpointer(NEVER, 5)) {
            fixture.record(5);

            await().atMost(PATIENCE).until(() -> log.newest().size() >= 5);
            assertThat(fixture.meters.get("centerline.log.size").gauge().value())
                    .isEqualTo((double) log.newest().size());
        }
    }

    @Test
    void close_somethingNew_signsTheLastCheckpoint() {
        Checkpointer running = checkpointer(NEVER, 1_000_000);
        fixture.record(7);

        running.close();

        assertThat(log.newest().size()).isEqualTo(7);
        assertThat(lost()).isZero();
    }

    @Test
    void look_acknowledgedDecisionGone_countsItAsLost() throws SQLException {
        Checkpointer running = checkpointer(NEVER, 1_000_000);
        fixture.record(7);
        fixture.tamper(
                "delete from decision where index = 6", "update decision set leaf = sha256('x') where index = 2");

        running.close();

        assertThat(lost()).isEqualTo(2);
    }

    @Test
    void sign_rowsContradictTheLog_isCountedAndNothingIsSigned() throws SQLException {
        fixture.record(7);
        log.advance();
        fixture.tamper("delete from decision where index = 6");
        Checkpointer running = checkpointer(NEVER, 1_000_000);

        running.close();

        assertThat(fixture.meters.get("centerline.log.refused").counter().count())
                .isEqualTo(1);
        assertThat(log.newest().size()).isEqualTo(7);
    }

    @Test
    void fault_rowsContradictTheLog_isToldUntilTheyAreBack() throws SQLException {
        fixture.record(7);
        log.advance();
        try (Checkpointer running = checkpointer(Duration.ofMillis(50), 1_000_000)) {
            assertThat(running.fault()).isEmpty();
            fixture.tamper(
                    "create table away as select * from decision where index = 6",
                    "delete from decision where index = 6");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(running.fault())
                            .contains("the log signed 7 leaves, the tables `decision` and `log_record` hold 6"));

            fixture.tamper("insert into decision select * from away");
            await().atMost(PATIENCE).until(() -> running.fault().isEmpty());
        }
    }

    @Test
    void sign_errorOfTheMachine_isToldAndTheNextCheckpointIsSigned() {
        AtomicBoolean outOfMemory = new AtomicBoolean(true);
        LogStore failing = new LogStore(FailingSource.before(fixture.pool, () -> {
            if (outOfMemory.get()) {
                throw new InternalError("simulated");
            }
        }));
        try (Checkpointer running = new Checkpointer(
                failing, log, fixture.journal.acknowledged(), Duration.ofMillis(50), 1_000_000, fixture.meters)) {
            fixture.record(3);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(running.fault())
                            .hasValueSatisfying(fault -> assertThat(fault).contains("simulated")));

            outOfMemory.set(false);

            await().atMost(PATIENCE).until(() -> log.newest().size() == 3);
        }
    }

    private Checkpointer checkpointer(Duration interval, int count) {
        return new Checkpointer(fixture.store, log, fixture.journal.acknowledged(), interval, count, fixture.meters);
    }

    private double lost() {
        return fixture.meters.get("centerline.journal.lost").counter().count();
    }
}
