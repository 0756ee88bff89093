package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.centerline.decision.Draft;
import io.centerline.log.Verdict;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant LAST_YEAR = LogFixture.NOW.minus(Duration.ofDays(365));
    private static final Instant CUTOFF = LogFixture.NOW.minus(Duration.ofDays(90));

    private LogFixture fixture;
    private TransparencyLog log;
    private Retention retention;

    @BeforeEach
    void open() throws SQLException, LogRefused {
        fixture = new LogFixture("retention");
        log = fixture.open();
        retention = new Retention(fixture.store);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void erase_oldFacts_goWithTheirSaltsAndNothingElseDoes() {
        List<Recorded> old = fixture.record(2_500, LAST_YEAR);
        List<Recorded> young = fixture.record(10);
        SignedCheckpoint before = log.advance();

        assertThat(retention.erase(CUTOFF, LogFixture.NOW)).isEqualTo(2_500);

        Recorded erased = fixture.journal.find(old.get(2_499).draft().id()).orElseThrow();
        assertThat(erased.draft().facts()).isNull();
        assertThat(erased.draft().salt()).isNull();
        assertThat(erased.draft().body()).isEqualTo(old.get(2_499).draft().body());
        Recorded kept = fixture.journal.find(young.get(0).draft().id()).orElseThrow();
        assertThat(kept.draft().facts()).isEqualTo(young.get(0).draft().facts());
        assertThat(log.prove(erased).checkpoint()).isEqualTo(before);
        byte[] export = LogFixture.bytes(log.export(before, 0, 2_510, true));
        assertThat(LogFixture.verify(export, log.verifiers()))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.facts()).isEqualTo(10));
    }

    /** As decisions were recorded before facts were packed. */
    @Test
    void erase_factsKeptAsText_go() throws SQLException {
        Recorded old = fixture.record(1, LAST_YEAR).get(0);
        fixture.tamper("update decision set facts = '{}', facts_gz = null");

        assertThat(retention.erase(CUTOFF, LogFixture.NOW)).isEqualTo(1);

        assertThat(fixture.journal.find(old.draft().id()).orElseThrow().draft().facts())
                .isNull();
    }

    @Test
    void erase_twice_erasesAndListsOnce() {
        fixture.record(5, LAST_YEAR);
        fixture.record(5);
        retention.erase(CUTOFF, LogFixture.NOW);

        assertThat(retention.erase(CUTOFF, LogFixture.NOW)).isZero();
        assertThat(retention.list(0, 100)).containsExactly(new Erasure(0, 5, CUTOFF, LogFixture.NOW));
        assertThat(retention.of(4)).isEqualTo(new Erasure(0, 5, CUTOFF, LogFixture.NOW));
        assertThatThrownBy(() -> retention.of(5)).isInstanceOf(LogAltered.class);
    }

    @Test
    void erase_moreThanOneStep_listsEachInOrder() {
        fixture.record(2_001, LAST_YEAR);
        retention.erase(CUTOFF, LogFixture.NOW);

        assertThat(retention.list(0, 100))
                .extracting(Erasure::from, Erasure::to)
                .containsExactly(tuple(0L, 2_000L), tuple(2_000L, 2_001L));
        assertThat(retention.list(2_000, 100)).hasSize(1);
    }

    /** A step may last as long as any use of the database. */
    @Test
    void erase_largeFacts_takesFewerAtATime() throws SQLException {
        fixture.record(9, LAST_YEAR);
        fixture.tamper(
                "update decision set facts_gz = decode(repeat('00', 3 << 20), 'hex') where index < 6",
                "update decision set facts_gz = decode(repeat('00', 20 << 20), 'hex') where index = 6");

        assertThat(retention.erase(CUTOFF, LogFixture.NOW)).isEqualTo(9);

        assertThat(retention.list(0, 100))
                .extracting(Erasure::from, Erasure::to)
                .containsExactly(tuple(0L, 2L), tuple(2L, 4L), tuple(4L, 6L), tuple(6L, 7L), tuple(7L, 9L));
    }

    @Test
    void erase_requestWithAKey_takesTheHashOfItsBodyToo() throws SQLException {
        Draft draft = Drafts.committed(LAST_YEAR);
        IdempotencyKey key = new IdempotencyKey("k", "body".getBytes(StandardCharsets.UTF_8));
        fixture.journal.record(draft, key).toCompletableFuture().join();

        retention.erase(CUTOFF, LogFixture.NOW);

        assertThat(fixture.count("select count(*) from idempotency")).isZero();
    }

    @Test
    void change_factsOfADecisionWithoutAListedErasure_isRefused() {
        fixture.record(3);

        assertThatThrownBy(() -> fixture.execute("update decision set facts_gz = null, salt = null"))
                .hasMessageContaining("table `decision` is append only");
    }

    @Test
    void change_moreThanTheFactsUnderAnErasure_isRefused() {
        fixture.record(3, LAST_YEAR);
        retention.erase(CUTOFF, LogFixture.NOW);

        assertThatThrownBy(() -> fixture.execute("update decision set center = 'x'"))
                .hasMessageContaining("table `decision` is append only");
    }

    @Test
    void eraser_oldFactsWhileItRuns_areErased() {
        fixture.record(3, LAST_YEAR);
        try (Eraser running = new Eraser(retention, Duration.ofDays(90), Duration.ofMillis(50), LogFixture.CLOCK)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !retention.list(0, 1).isEmpty());
        }
    }
}
