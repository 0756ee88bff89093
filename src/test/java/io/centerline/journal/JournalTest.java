package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.decision.LeafHash;
import io.centerline.store.StoreUnavailable;
import io.centerline.store.StoreWire;
import io.centerline.store.embedded.SharedStore;
import io.centerline.store.embedded.SharedStore.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

class JournalTest {

    private static Database database;
    private static AgroalDataSource pool;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Journal journal;

    @BeforeAll
    static void openDatabase() throws SQLException {
        database = SharedStore.migrated("journal");
        pool = Pools.to(database);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void openJournal() {
        journal = new Journal(pool, JournalSettings.DEFAULT, new DecisionsInProgress(), meters);
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @Test
    void find_recorded_isWhatWasGiven() {
        Draft draft = Drafts.draft();

        Recorded recorded = join(journal, draft, null);
        Recorded found = journal.find(draft.id()).orElseThrow();

        assertThat(found.draft()).usingRecursiveComparison().isEqualTo(draft);
        assertThat(found.leaf()).isEqualTo(recorded.leaf()).isEqualTo(LeafHash.of(draft.body()));
        assertThat(found.index()).isEqualTo(recorded.index());
    }

    @Test
    void find_noBasisAndNoReviews_isWhatWasGiven() {
        Draft draft = Drafts.draft("NNN", null, "{}");

        join(journal, draft, null);

        assertThat(journal.find(draft.id()).orElseThrow().draft())
                .usingRecursiveComparison()
                .isEqualTo(draft);
    }

    @Test
    void find_unknown_isEmpty() {
        assertThat(journal.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void record_sameKeySameBody_isTheFirst() {
        IdempotencyKey key = key("same", "body");
        Recorded first = join(journal, Drafts.draft(), key);

        Recorded second = join(journal, Drafts.draft(), key);

        assertThat(second.index()).isEqualTo(first.index());
        assertThat(second.draft().id()).isEqualTo(first.draft().id());
    }

    @Test
    void record_sameKeyOtherBody_isConflict() {
        join(journal, Drafts.draft(), key("conflict", "body"));

        Draft other = Drafts.draft();
        assertThat(failure(journal, other, key("conflict", "another")))
                .isInstanceOf(IdempotencyConflict.class)
                .hasMessage("idempotency key `conflict` was used for another request; send the same query and body"
                        + " again, or use another key");
        assertThat(journal.find(other.id())).isEmpty();
    }

    @Test
    void record_sameKeyWhoseDecisionIsGone_isAnAlteredJournal() throws SQLException {
        join(journal, Drafts.draft(), key("gone", "body"));
        execute("set session_replication_role = replica;"
                + " update idempotency set decision_id = gen_random_uuid() where key = 'gone'");

        assertThat(failure(journal, Drafts.draft(), key("gone", "body")))
                .isInstanceOf(LogAltered.class)
                .hasMessage("the journal has no decision under the `Idempotency-Key`, which stands for one");
    }

    @Test
    void record_sameKeyAtOnceOnTwoReplicas_isOneRow() {
        try (Journal replica =
                new Journal(pool, JournalSettings.DEFAULT, new DecisionsInProgress(), new SimpleMeterRegistry())) {
            List<CompletableFuture<Recorded>> answers = IntStream.range(0, 32)
                    .parallel()
                    .mapToObj(i -> (i % 2 == 0 ? journal : replica)
                            .record(Drafts.draft("replicas", null, "{\"i\":" + i + "}"), key("replicas", "body"))
                            .toCompletableFuture())
                    .toList();

            assertThat(answers.stream().map(a -> a.join().draft().id()).distinct())
                    .hasSize(1);
            assertThat(count("importer = 'replicas'")).isEqualTo(1);
        }
    }

    @Test
    void record_whileAnotherIsBeingMade_waitsForItAndIsCommittedWithIt() {
        DecisionsInProgress underWay = new DecisionsInProgress();
        SimpleMeterRegistry own = new SimpleMeterRegistry();
        try (Journal patient = new Journal(pool, gathering(Duration.ofSeconds(60)), underWay, own)) {
            underWay.begin();
            CompletableFuture<Recorded> first =
                    patient.record(Drafts.draft(), null).toCompletableFuture();
            await().during(Duration.ofMillis(200)).until(() -> !first.isDone());
            CompletableFuture<Recorded> second =
                    patient.record(Drafts.draft(), null).toCompletableFuture();
            underWay.end();

            assertThat(second.join().index()).isEqualTo(first.join().index() + 1);
            assertThat(own.get("centerline.journal.batch").summary().max()).isEqualTo(2);
        }
    }

    @Test
    void record_whileAnotherIsBeingMadeForLong_waitsNoLongerThanIsSet() {
        DecisionsInProgress underWay = new DecisionsInProgress();
        underWay.begin();
        try (Journal patient =
                new Journal(pool, gathering(Duration.ofMillis(50)), underWay, new SimpleMeterRegistry())) {
            assertThat(join(patient, Drafts.draft(), null).index()).isNotNegative();
        }
    }

    @Test
    void close_whileTheWriterWaitsForWhatIsBeingMade_recordsWhatIsThere() {
        DecisionsInProgress underWay = new DecisionsInProgress();
        underWay.begin();
        Journal patient = new Journal(pool, gathering(Duration.ofMillis(500)), underWay, new SimpleMeterRegistry());
        CompletableFuture<Recorded> waiting =
                patient.record(Drafts.draft(), null).toCompletableFuture();

        patient.close();

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(1));
    }

    private static JournalSettings gathering(Duration longest) {
        return new JournalSettings(64, 16, Duration.ofSeconds(90), longest);
    }

    @Test
    void record_thousandAtOnceOnTwoReplicas_haveNoGaps() {
        long before = count("true");
        try (Journal replica =
                new Journal(pool, JournalSettings.DEFAULT, new DecisionsInProgress(), new SimpleMeterRegistry())) {
            List<CompletableFuture<Recorded>> answers = IntStream.range(0, 1_000)
                    .parallel()
                    .mapToObj(i -> (i % 2 == 0 ? journal : replica)
                            .record(Drafts.draft(), null)
                            .toCompletableFuture())
                    .toList();

            assertThat(answers.stream().map(a -> a.join().index()).sorted())
                    .containsExactlyElementsOf(
                            LongStream.range(before, before + 1_000).boxed().toList());
        }
        assertThat(meters.get("centerline.journal.batch").summary().max()).isGreaterThan(1);
        assertThat(meters.get("centerline.journal.commit").timer().count()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update decision set center = 'x'", "delete from decision", "truncate decision cascade"})
    void change_recorded_isRefused(String change) {
        join(journal, Drafts.draft(), null);

        assertThatThrownBy(() -> execute(change)).hasMessageContaining("table `decision` is append only");
    }

    @Test
    void record_oneBadRowAmongMany_failsAlone() {
        List<Draft> good = Stream.generate(Drafts::draft).limit(50).toList();
        Draft bad = Drafts.draft("no\0text", null, "{}");

        List<CompletableFuture<Recorded>> first = record(good.subList(0, 25));
        CompletableFuture<Recorded> refused = journal.record(bad, null).toCompletableFuture();
        List<CompletableFuture<Recorded>> second = record(good.subList(25, 50));

        assertThat(Stream.concat(first.stream(), second.stream()).map(CompletableFuture::join))
                .hasSize(50);
        assertThat(failure(refused)).isInstanceOf(DraftRefused.class);
        assertThat(good).allMatch(draft -> journal.find(draft.id()).isPresent());
    }

    @Test
    void record_sameDraftTwice_isRecordedOnce() {
        Draft draft = Drafts.draft();

        Recorded first = join(journal, draft, null);

        assertThat(join(journal, draft, null).index()).isEqualTo(first.index());
    }

    @Test
    void record_sameIdOtherBody_isRefused() {
        Draft draft = Drafts.draft();
        Draft twin = new Draft(
                draft.id(),
                DecisionKind.PLACEMENT,
                draft.importer(),
                draft.status(),
                draft.center(),
                draft.basis(),
                draft.reviews(),
                draft.rules(),
                draft.asOf(),
                draft.decidedAt(),
                draft.rulebook(),
                draft.schedule(),
                draft.program(),
                draft.facts(),
                draft.salt(),
                "{\"other\":true}".getBytes(StandardCharsets.UTF_8));
        join(journal, draft, null);

        assertThat(failure(journal, twin, null)).isInstanceOf(DraftRefused.class);
    }

    @Test
    void record_noJson_isRefusedAtOnce() {
        assertThatThrownBy(() -> journal.record(Drafts.draft("a", null, "{"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void record_answerToCommitLost_isRecordedOnce(boolean committed) {
        AtomicInteger losses = new AtomicInteger(1);
        try (Journal unlucky =
                new Journal(losing(losses, committed), JournalSettings.DEFAULT, new DecisionsInProgress(), meters)) {
            long before = count("true");

            Recorded recorded = join(unlucky, Drafts.draft(), key("lost" + committed, "body"));

            assertThat(losses).hasValue(0);
            assertThat(count("true")).isEqualTo(before + 1);
            assertThat(journal.find(recorded.draft().id()).orElseThrow().index())
                    .isEqualTo(recorded.index());
        }
    }

    @Test
    void record_connectionEndedInsideCopy_isRecordedOnce() throws SQLException {
        Draft draft = Drafts.draft();
        CompletableFuture<Recorded> answer;
        try (Connection holder = connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("insert into decision (index, id, importer, center, basis, status, reviews, rules, as_of,"
                    + " decided_at, rulebook, schedule, program, facts_gz, body_gz, leaf, places)"
                    + " select index + 1000000, '" + draft.id() + "', importer, center, basis, status, reviews, rules,"
                    + " as_of, decided_at, rulebook, schedule, program, facts_gz, body_gz, leaf, places from decision where index = "
                    + join(journal, Drafts.draft(), null).index());
            answer = journal.record(draft, null).toCompletableFuture();
            await().pollInterval(Duration.ofMillis(20)).until(JournalTest::endedCopyThatWaits);
            holder.rollback();
        }

        assertThat(answer).succeedsWithin(Duration.ofSeconds(6));
        assertThat(count("id = '" + draft.id() + "'")).isEqualTo(1);
    }

    private static boolean endedCopyThatWaits() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where query like 'copy decision%' and wait_event_type = 'Lock'")) {
            return rows.next();
        }
    }

    @Test
    void record_lockHeldElsewhere_isUnavailableByTheDeadlineAndNeverRecordedLater() throws Exception {
        JournalSettings hasty = new JournalSettings(2, 1, Duration.ofMillis(300), JournalSettings.GATHER);
        Draft late = Drafts.draft();
        try (Journal blocked = new Journal(pool, hasty, new DecisionsInProgress(), new SimpleMeterRegistry())) {
            CompletableFuture<Recorded> full;
            try (BusyWriter busy = new BusyWriter()) {
                CompletableFuture<Recorded> answer = blocked.record(late, null).toCompletableFuture();
                List<CompletableFuture<Recorded>> more = Stream.generate(
                                () -> blocked.record(Drafts.draft(), null).toCompletableFuture())
                        .limit(4)
                        .toList();
                full = more.get(3);
                assertThat(failure(full)).isInstanceOf(StoreUnavailable.class).hasMessageContaining("full");
                assertThat(failure(answer))
                        .isInstanceOfSatisfying(
                                StoreUnavailable.class,
                                e -> assertThat(e.retryAfter()).isPositive());
                assertThat(more).allSatisfy(a -> assertThat(failure(a)).isInstanceOf(StoreUnavailable.class));
            }
            await().untilAsserted(() -> assertThat(
                            blocked.record(Drafts.draft(), null).toCompletableFuture())
                    .succeedsWithin(Duration.ofSeconds(1)));
            assertThat(journal.find(late.id())).isEmpty();
        }
    }

    @Test
    void record_anotherWriterSilentAmongItsRows_endsItsSessionAndIsRecorded() throws SQLException {
        Draft draft = Drafts.draft();
        Connection silent = connect();
        try (Journal other = new Journal(pool, within(2_000), new DecisionsInProgress(), new SimpleMeterRegistry())) {
            long before = count("true");
            silent.setAutoCommit(false);
            silent.createStatement().execute("select pg_advisory_xact_lock(" + 0x43656E746572L + ")");
            silent.unwrap(PGConnection.class).getCopyAPI().copyIn("copy idempotency from stdin");

            assertThat(other.record(draft, null)).succeedsWithin(Duration.ofSeconds(5));

            assertThat(other.find(draft.id()).orElseThrow().index()).isEqualTo(before);
            assertThat(running("copy idempotency from stdin")).isFalse();
        } finally {
            // To close it would wait for the end of its rows.
            silent.abort(Runnable::run);
        }
    }

    /** As over a slow link. */
    @Test
    void record_anotherWriterSendsItsRowsSlowly_endsNobody() throws Exception {
        Connection slow = connect();
        try (Journal other = new Journal(pool, within(2_000), new DecisionsInProgress(), new SimpleMeterRegistry())) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("select pg_advisory_xact_lock(" + 0x43656E746572L + ")");
            CopyIn copy = slow.unwrap(PGConnection.class).getCopyAPI().copyIn("copy idempotency from stdin");
            CompletableFuture<Recorded> waiting =
                    other.record(Drafts.draft(), null).toCompletableFuture();
            while (!waiting.isDone()) {
                copy.writeToCopy(new byte[] {'k'}, 0, 1);
                copy.flushCopy();
                Thread.sleep(20);
            }

            assertThat(failure(waiting)).isInstanceOf(StoreUnavailable.class);
            assertThat(running("copy idempotency from stdin")).isTrue();
        } finally {
            slow.abort(Runnable::run);
        }
    }

    @Test
    void probe_anotherWriterAtWorkForLong_saysThatNothingCanBeRecorded() throws Exception {
        try (Journal other = new Journal(pool, within(500), new DecisionsInProgress(), new SimpleMeterRegistry())) {
            try (BusyWriter busy = new BusyWriter()) {
                assertThatThrownBy(other::probe)
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessage(
                                "the journal cannot write: another program holds its lock and does not give it back");
            }
            assertThat(other.probe())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        }
    }

    /** Holds the journal's lock and works on, as on a slow disk. */
    private static final class BusyWriter implements AutoCloseable {
        private final Connection connection = connect();
        private final Statement statement = connection.createStatement();
        private final Thread work = new Thread(this::work);

        BusyWriter() throws SQLException {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + 0x43656E746572L + ")");
            work.start();
            await().until(() -> running("select pg_sleep(60)"));
        }

        private void work() {
            try {
                statement.execute("select pg_sleep(60)");
            } catch (SQLException canceled) {
                // That is how it ends.
            }
        }

        @Override
        public void close() throws SQLException, InterruptedException {
            statement.cancel();
            work.join();
            connection.close();
        }
    }

    @Test
    void write_ticketOverdueSinceTheProgramWasPaused_isNotRecorded() throws SQLException {
        Draft late = Drafts.draft();

        List<WriteResult> results =
                new DecisionTable(pool, 1_000).write(List.of(Ticket.of(late, null, System.nanoTime() - 1)), false);

        assertThat(results).isEmpty();
        assertThat(journal.find(late.id())).isEmpty();
    }

    @Test
    void record_overdueBeforeItIsWritten_isAnsweredAllTheSame() {
        try (Journal hasty = new Journal(pool, within(2), new DecisionsInProgress(), new SimpleMeterRegistry())) {
            for (int i = 0; i < 300; i++) {
                CompletableFuture<Recorded> answer =
                        hasty.record(Drafts.draft(), null).toCompletableFuture();

                assertThat(answer.handle((recorded, late) -> recorded == null ? late : recorded))
                        .succeedsWithin(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void record_databaseSilent_isUnavailableByTheDeadlineAsReadsAre() throws Exception {
        try (StoreWire wire = new StoreWire(database);
                AgroalDataSource over = Pools.to(wire.database());
                Journal silent =
                        new Journal(over, within(1_000), new DecisionsInProgress(), new SimpleMeterRegistry())) {
            UUID id = join(silent, Drafts.draft(), null).draft().id();
            wire.block();

            CompletableFuture<Recorded> waiting =
                    silent.record(Drafts.draft(), null).toCompletableFuture();
            CompletableFuture<Optional<Recorded>> reading = CompletableFuture.supplyAsync(() -> silent.find(id));
            CompletableFuture<Instant> probing = CompletableFuture.supplyAsync(silent::probe);

            for (CompletableFuture<?> answer : List.of(waiting, reading, probing)) {
                assertThat(answer)
                        .failsWithin(Duration.ofSeconds(5))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(StoreUnavailable.class);
            }
            wire.unblock();
            await().ignoreException(StoreUnavailable.class)
                    .until(() -> silent.find(id).isPresent());
            await().ignoreException(CompletionException.class)
                    .until(() -> join(silent, Drafts.draft(), null).index() > 0);
        }
    }

    @Test
    void record_answerToCommitNeverComes_isNotAcknowledgedAndFoundAgainByItsKey() throws Exception {
        IdempotencyKey key = key("never-answered", "body");
        Draft draft = Drafts.draft();
        try (StoreWire wire = new StoreWire(database);
                AgroalDataSource over = Pools.to(wire.database());
                Journal silent =
                        new Journal(over, within(1_000), new DecisionsInProgress(), new SimpleMeterRegistry())) {
            wire.blockAnswersTo("COMMIT");

            assertThat(failure(silent, draft, key)).isInstanceOf(StoreUnavailable.class);

            assertThat(count("id = '" + draft.id() + "'")).isEqualTo(1);
            wire.unblock();
            await().ignoreException(CompletionException.class)
                    .until(() -> join(silent, Drafts.draft(), key).draft().id().equals(draft.id()));
        }
    }

    private static boolean running(String query) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(
                        "select from pg_stat_activity where query = ? and state = 'active'")) {
            statement.setString(1, query);
            return statement.executeQuery().next();
        }
    }

    private static JournalSettings within(int deadlineMillis) {
        return new JournalSettings(64, 16, Duration.ofMillis(deadlineMillis), JournalSettings.GATHER);
    }

    @Test
    void close_decisionsWaiting_recordsThemFirst() {
        List<CompletableFuture<Recorded>> answers =
                record(Stream.generate(Drafts::draft).limit(300).toList());

        journal.close();

        assertThat(answers).allSatisfy(a -> assertThat(a).succeedsWithin(Duration.ofSeconds(1)));
        assertThat(failure(journal, Drafts.draft(), null)).isInstanceOf(StoreUnavailable.class);
    }

    private List<CompletableFuture<Recorded>> record(List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> journal.record(draft, null).toCompletableFuture())
                .toList();
    }

    /** A pool whose connections break when they commit, before or after the server did. */
    private static DataSource losing(AtomicInteger losses, boolean committed) {
        return proxy(DataSource.class, pool, (method, result) -> {
            if (!(result instanceof Connection connection)) {
                return result;
            }
            return proxy(Connection.class, connection, (called, answer) -> {
                if (called.equals("commit") && committed && losses.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    throw new SQLException("connection lost", "08006");
                }
                if (called.equals("setAutoCommit") && !committed && losses.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    throw new SQLException("connection lost", "08006");
                }
                return answer;
            });
        });
    }

    private interface After {
        Object answer(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return after.answer(method.getName(), method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static IdempotencyKey key(String key, String body) {
        return new IdempotencyKey(key, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Recorded join(Journal journal, Draft draft, IdempotencyKey key) {
        return journal.record(draft, key).toCompletableFuture().join();
    }

    private static Throwable failure(Journal journal, Draft draft, IdempotencyKey key) {
        return failure(journal.record(draft, key).toCompletableFuture());
    }

    private static Throwable failure(CompletableFuture<Recorded> answer) {
        Throwable thrown = catchThrowable(answer::join);
        assertThat(thrown).isInstanceOf(CompletionException.class);
        return thrown.getCause();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String condition) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from decision where " + condition)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
