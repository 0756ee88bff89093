package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.centerline.decision.LeafHash;
import io.centerline.journal.JournalComparison.State;
import io.centerline.log.Frontier;
import io.centerline.log.LogFault;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.log.TreeHash;
import io.centerline.store.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalComparisonTest {
    private LogFixture fixture;
    private TransparencyLog log;
    private JournalComparison comparison;

    @BeforeEach
    void open() throws SQLException, LogRefused {
        fixture = new LogFixture("comparison");
        log = fixture.open();
        comparison =
                new JournalComparison(fixture.store, fixture.records, LogFixture.verifiers(log), 100, fixture.meters);
    }

    @AfterEach
    void close() {
        comparison.close();
        fixture.close();
    }

    @Test
    void step_soundJournal_takesSoManyAtATime() {
        assertThat(after(1)).isEqualTo(new State(0, 0));
        fixture.record(250);

        assertThat(after(1)).isEqualTo(new State(100, 0));
        assertThat(after(1)).isEqualTo(new State(200, 0));
        assertThat(after(2)).isEqualTo(new State(250, 0));
        fixture.record(1);
        assertThat(after(1)).isEqualTo(new State(251, 0));
        assertThat(fixture.meters.get("centerline.journal.compared").gauge().value())
                .isEqualTo(251);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update decision set center = 'CEE001' where index = 7|1",
                "update decision set body_gz = 'gone' where index = 7|1",
                "update decision set leaf = sha256('x') where index = 7|1",
                "delete from decision where index in (7, 8)|2",
                "update decision set reviews = array[null] where index = 7|1",
                "update decision set salt = null where index = 7|1",
                "update decision set salt = null, facts_gz = null, facts = '{}' where index = 7|1",
                "update decision set salt = sha256('x') where index = 7|1",
                "update decision set salt = null, facts_gz = null where index = 7|1",
            })
    void step_rowsAltered_areCounted(String change, long differences) throws SQLException {
        fixture.record(120);
        fixture.tamper(change);

        assertThat(after(2)).isEqualTo(new State(120, differences));
        assertThat(fixture.meters
                        .get("centerline.journal.differences")
                        .counter()
                        .count())
                .isEqualTo(differences);
    }

    /** Decision and hash fit one another; what was signed they do not. */
    @Test
    void step_rowAndItsHashAltered_isFoundByTheTree() throws SQLException {
        fixture.record(300);
        log.advance();
        byte[] other = "{\"status\":\"PLACED\"}".getBytes(StandardCharsets.UTF_8);
        fixture.tamper("update decision set body_gz = null, body = '" + new String(other, StandardCharsets.UTF_8)
                + "', leaf = '\\x" + TreeHash.of(LeafHash.of(other)).hex() + "' where index = 7");

        // Nor does it commit to its facts.
        assertThat(after(3)).isEqualTo(new State(300, 2));
    }

    @Test
    void step_rowCannotBeRead_exportGoesOnAndNobodyIsGivenIt() throws SQLException {
        List<Recorded> recorded = fixture.record(9);
        SignedCheckpoint signed = log.advance();
        fixture.tamper("update decision set reviews = array[null] where index = 7");

        assertThat(LogFixture.verify(LogFixture.bytes(log.export(signed, 0, 9, true)), log.verifiers()))
                .isInstanceOfSatisfying(
                        LogFault.class, fault -> assertThat(fault.index()).isEqualTo(7));
        UUID id = recorded.stream()
                .filter(one -> one.index() == 7)
                .findFirst()
                .orElseThrow()
                .draft()
                .id();
        assertThatThrownBy(() -> fixture.journal.find(id)).isInstanceOf(LogAltered.class);
    }

    @Test
    void whole_factsWithoutTheSaltOfTheirReceipt_areRefused() throws SQLException {
        UUID id = fixture.record(1).get(0).draft().id();
        fixture.tamper("update decision set salt = null, facts_gz = null, facts = '{}'");

        Recorded stored = fixture.journal.find(id).orElseThrow();

        assertThatThrownBy(() -> LeafCheck.whole(stored)).isInstanceOf(LogAltered.class);
    }

    @Test
    void step_signedRootAltered_isFoundInTheNextRound() throws SQLException {
        fixture.record(10);
        log.advance();
        after(2);
        fixture.tamper(
                "update checkpoint set root = sha256('x')",
                "update comparison set begun_at = begun_at - interval '1 hour'");

        assertThat(after(2)).isEqualTo(new State(10, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replace(note, 'centerline/', 'centerlime/')",
                "overlay(note placing '1000' from position(E'\\n' in note) + 1)",
                "concat(left(note, -8), E'AAAAAA=\\n')",
                "repeat('x', 0)",
            })
    void step_newestCheckpointAltered_isFoundByItsSignature(String note) throws SQLException {
        fixture.record(10);
        log.advance();
        fixture.tamper("update checkpoint set note = " + note);

        assertThat(after(2)).isEqualTo(new State(10, 1));
    }

    /** It lies below no root that the signed one needs, were it not for the tile itself. */
    @Test
    void faults_rootOfSignedLeavesGone_isNamed() throws SQLException {
        fixture.record(300);
        log.advance();
        fixture.tamper("delete from log_tile where level = 1 and index = 0");

        assertThat(fixture.store.<List<String>>ask(handle -> new StoredTiles(handle).faults(200, 300, 300)))
                .containsExactly("root 0 of level 1 is missing in the table `log_tile`");
        assertThat(fixture.store.<List<String>>ask(handle -> new StoredTiles(handle).faults(200, 300, 255)))
                .isEmpty();
    }

    /** Of 65,536 leaves only the roots are needed. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void faults_rootOfRoots_isComparedWithThoseBelow(boolean sound) throws SQLException {
        Frontier frontier = new Frontier();
        byte[] same = new byte[TreeHash.LENGTH];
        for (int i = 0; i < StoredTiles.WIDTH; i++) {
            frontier.append(TreeHash.of(same));
        }
        String root = sound ? "'\\x" + frontier.root().hex() + "'" : "sha256('x')";
        fixture.tamper(
                "insert into log_tile select 1, n, decode(repeat('00', 32), 'hex') from generate_series(0, 255) n",
                "insert into log_tile values (2, 0, " + root + ")");

        long end = StoredTiles.WIDTH * StoredTiles.WIDTH;
        List<String> faults = fixture.store.ask(handle -> new StoredTiles(handle).faults(end - 1, end, 0));

        assertThat(faults.stream().filter(fault -> fault.startsWith("roots "))).hasSize(sound ? 0 : 1);
    }

    @Test
    void step_anotherProgram_goesOnAndBeginsAgainAfterAnHour() throws SQLException {
        fixture.record(150);
        after(1);
        comparison =
                new JournalComparison(fixture.store, fixture.records, LogFixture.verifiers(log), 100, fixture.meters);
        fixture.tamper("update decision set status = 'PENDING' where index = 7");

        assertThat(after(3)).isEqualTo(new State(150, 0));
        fixture.tamper("update comparison set begun_at = begun_at - interval '1 hour'");
        assertThat(after(2)).isEqualTo(new State(150, 1));

        fixture.tamper("update decision set status = 'PLACED' where index = 7");
        fixture.tamper("update comparison set begun_at = begun_at - interval '1 hour'");
        after(2);
        fixture.tamper("update comparison set begun_at = begun_at - interval '1 hour'");
        assertThat(after(2)).isEqualTo(new State(150, 0));
    }

    /** What cannot be looked for keeps nobody from comparing. */
    @Test
    void step_rowsWithoutLeafCannotBeLookedFor_theRoundBegins() throws SQLException {
        fixture.record(10);
        disclosed();
        comparison = new JournalComparison(
                fixture.store,
                new LogRecords(fixture.store, List.of(new SlowSource())),
                LogFixture.verifiers(log),
                100,
                fixture.meters);
        after(1);
        fixture.tamper(
                "update decision set center = 'CEE001' where index = 7",
                "update comparison set begun_at = begun_at - interval '1 hour'");

        assertThat(after(2)).isEqualTo(new State(12, 1));
    }

    private void disclosed() {
        new Disclosures(fixture.store, LogFixture.CLOCK).note(0, 1, "Jo Doe");
    }

    /** Disclosures that take too long. */
    private static final class SlowSource implements RecordSource {
        private final RecordSource disclosures = Disclosures.source();

        @Override
        public RecordKind kind() {
            return disclosures.kind();
        }

        @Override
        public Optional<RecordText> find(Handle handle, String ref) {
            return disclosures.find(handle, ref);
        }

        @Override
        public Part withoutLeaf(Handle handle, String after, int rows) {
            throw new StoreUnavailable("the database does not answer", 1, null);
        }

        @Override
        public boolean isBefore(Handle handle, String ref, String other) {
            return false;
        }
    }

    @Test
    void step_errorOfTheMachine_endsNothing() {
        AtomicInteger asked = new AtomicInteger();
        LogStore failing = new LogStore(FailingSource.before(fixture.pool, () -> {
            if (asked.incrementAndGet() == 1) {
                throw new InternalError("simulated");
            }
        }));
        comparison = new JournalComparison(failing, fixture.records, LogFixture.verifiers(log), 100, fixture.meters);
        fixture.record(10);

        comparison.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> comparison.state().equals(new State(10, 0)));
    }

    @Test
    void close_inAStep_waitsForItsEnd() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        LogStore lingering = new LogStore(FailingSource.before(fixture.pool, () -> lingers(entered, over)));
        comparison = new JournalComparison(lingering, fixture.records, LogFixture.verifiers(log), 100, fixture.meters);
        comparison.start();
        entered.await();

        comparison.close();

        assertThat(over).isTrue();
    }

    @Test
    void close_whileErasing_waitsForItsEnd() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        Retention retention =
                new Retention(new LogStore(FailingSource.before(fixture.pool, () -> lingers(entered, over))));
        Eraser eraser = new Eraser(retention, Duration.ofDays(1), Duration.ofDays(1), LogFixture.CLOCK);
        entered.await();

        eraser.close();

        assertThat(over).isTrue();
    }

    /** As a statement does that nobody can interrupt. */
    private static void lingers(CountDownLatch entered, AtomicBoolean over) {
        entered.countDown();
        long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        over.set(true);
    }

    private State after(int steps) {
        for (int i = 0; i < steps; i++) {
            comparison.step();
        }
        return comparison.state();
    }
}
