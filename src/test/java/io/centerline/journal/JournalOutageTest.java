package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.centerline.decision.Draft;
import io.centerline.store.StoreUnavailable;
import io.centerline.store.embedded.StoppableStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
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
