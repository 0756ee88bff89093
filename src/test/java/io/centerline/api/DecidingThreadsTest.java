package io.centerline.api;

import static io.centerline.api.Requests.EXAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.centerline.journal.DecisionsInProgress;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
@Timeout(60)
class DecidingThreadsTest {
    private static final String OPEN = EXAMPLE.replace(", \"account\": null", "");
    /** Where there are many processors, as many as the pool has connections for. */
    private static final int MORE_THAN_DECIDE =
            Math.min(12, 2 + Runtime.getRuntime().availableProcessors());

    @Inject
    AgroalDataSource pool;

    @Inject
    DecisionsInProgress underWay;

    @Test
    void place_answered_isNoLongerUnderWay() {
        assertThat(unrecorded(EXAMPLE)).isEqualTo(200);
        assertThat(unrecorded("{")).isEqualTo(400);

        await().until(() -> underWay.count() == 0);
    }

    @Test
    void place_whileOthersWaitForWhatIsOnFile_isAnsweredAndSoAreTheyInTheEnd() {
        ExecutorService callers = Executors.newFixedThreadPool(MORE_THAN_DECIDE);
        List<CompletableFuture<Integer>> waiting = new ArrayList<>();
        try (Handle keeper = Jdbi.open(pool)) {
            keeper.begin();
            keeper.execute("lock table account_event in access exclusive mode");
            for (int i = 0; i < MORE_THAN_DECIDE; i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> unrecorded(OPEN), callers));
            }
            await().until(() -> waitingFor(keeper) == MORE_THAN_DECIDE);

            assertThat(unrecorded(EXAMPLE)).isEqualTo(200);
            // Those who wait hold up no commit.
            await().until(() -> underWay.count() == 0);

            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            keeper.rollback();
            assertThat(waiting).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        } finally {
            callers.shutdownNow();
        }
    }

    private static int unrecorded(String body) {
        return Requests.json(body).post("/v1/placements?record=false").statusCode();
    }

    private static int waitingFor(Handle handle) {
        return handle.createQuery(
                        "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")
                .mapTo(Integer.class)
                .one();
    }
}
