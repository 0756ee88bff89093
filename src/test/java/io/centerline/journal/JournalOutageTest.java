package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.centerline.decision.Draft;
import io.centerline.store.StoreUnavailable;
import io.centerline.store.embedded.SharedStore;
import io.centerline.store.embedded.StoppableStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOutageTest {

    private static final JournalSettings HASTY =
            new JournalSettings(64, 16, Duration.ofSeconds(1), JournalSettings.GATHER);

    /** For a machine busy with other builds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void record_databaseStoppedAndBack_losesNothingAcknowledged(@TempDir Path folder) throws Exception {
        try (StoppableStore store = new StoppableStore(folder)) {
            Flyway.configure()
                    .dataSource(
                            store.database().url(),
                            store.database().user(),
                            store.database().password())
                    .load()
                    .migrate();
            Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
            AtomicBoolean going = new AtomicBoolean(true);
            try (AgroalDataSource pool = Pools.to(store.database());
                    Journal journal = new Journal(pool, HASTY, new DecisionsInProgress(), new SimpleMeterRegistry())) {
                List<Thread> callers = IntStream.range(0, 8)
                        .mapToObj(i -> new Thread(() -> record(journal, going, acknowledged)))
                        .toList();
                callers.forEach(Thread::start);
                await().atMost(PATIENCE).until(() -> acknowledged.size() > 20);

                store.close();

                assertThat(journal.record(Drafts.draft(), null).toCompletableFuture())
                        .failsWithin(Duration.ofSeconds(3))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(StoreUnavailable.class);
                assertThatThrownBy(() -> journal.find(UUID.randomUUID())).isInstanceOf(StoreUnavailable.class);
                assertThatThrownBy(journal::probe).isInstanceOf(StoreUnavailable.class);
                int before = acknowledged.size();

                store.startAgain();

                await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 20);
                going.set(false);
                for (Thread caller : callers) {
                    caller.join();
                }
                journal.probe();
                assertThat(acknowledged)
                        .allSatisfy(id -> assertThat(journal.find(id)).isPresent());
                assertThat(acknowledged.stream()
                                .map(id -> journal.find(id).orElseThrow().index()))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void probe_databaseThatOnlyReads_saysWhyUntilItWrites() throws Exception {
        try (AgroalDataSource pool = Pools.to(SharedStore.migrated("journal_full"));
                Journal journal = new Journal(pool, HASTY, new DecisionsInProgress(), new SimpleMeterRegistry());
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create function disk_full() returns trigger language plpgsql as"
                    + " 'begin raise exception using errcode = ''disk_full''; end';"
                    + " create function disk_full_too() returns event_trigger language plpgsql as"
                    + " 'begin raise exception using errcode = ''disk_full''; end';"
                    + " create trigger full_disk before insert on decision execute function disk_full();"
                    + " create event trigger full_disk on ddl_command_start when tag in ('CREATE TABLE AS')"
                    + " execute function disk_full_too()");
            journal.probe();

            assertThat(journal.record(Drafts.draft(), null).toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(3))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(journal::probe)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("the journal cannot write: the disk of its database is full");

            statement.execute("drop event trigger full_disk; drop trigger full_disk on decision");
            journal.probe();
            journal.record(Drafts.draft(), null).toCompletableFuture().join();
        }
    }

    private static void record(Journal journal, AtomicBoolean going, Queue<UUID> acknowledged) {
        while (going.get()) {
            Draft draft = Drafts.draft();
            try {
                journal.record(draft, null).toCompletableFuture().join();
                acknowledged.add(draft.id());
            } catch (CompletionException expectedWhileAway) {
                assertThat(expectedWhileAway).hasCauseInstanceOf(StoreUnavailable.class);
            }
        }
    }
}
