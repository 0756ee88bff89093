package io.centerline.impact.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.impact.GatedPool;
import io.centerline.impact.Impact;
import io.centerline.impact.ImpactTest;
import io.centerline.impact.RecordedDecisions;
import io.centerline.impact.runs.ImpactRun.State;
import io.centerline.intake.Intake;
import io.centerline.store.embedded.SharedStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImpactRunsTest {
    private static final int CASES = 1_100;

    /** Connections a run takes until it has cases to decide: to tell, to count, for sizes, for a portion. */
    private static final int FIRST_PORTION = 4;

    private SharedStore.Database database;
    private RecordedDecisions journal;
    private ImpactRuns elsewhere;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void emptyStore() {
        database = SharedStore.migrated("impact_runs");
        journal = new RecordedDecisions(database);
        elsewhere = runs(new GatedPool(database, Integer.MAX_VALUE));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private ImpactRuns runs(GatedPool pool) {
        ImpactRuns runs = new ImpactRuns(pool, pool, JournalImpactTest.READER);
        open.add(pool::open);
        open.add(runs);
        return runs;
    }

    private void fill(int cases) {
        journal.record(
                ImpactTest.PRESENT,
                ImpactTest.cases(cases).stream().map(Intake.Accepted::facts).toList());
    }

    @Test
    void start_run_isKeptWithItsResultForEveryProcess() throws IOException {
        fill(50);

        UUID id = start(elsewhere, CaseSelection.ALL);
        ImpactRuns here = runs(new GatedPool(database, 0));
        await().until(() -> state(here, id) == State.DONE);

        ImpactRun run = here.find(id).orElseThrow();
        assertThat(run.candidate()).isEqualTo(ImpactTest.CANDIDATE.hash());
        assertThat(run.baseline()).isEqualTo(ImpactTest.PRESENT.hash());
        assertThat(run.everything()).isTrue();
        assertThat(run.journal()).isEqualTo(50);
        assertThat(run.total()).isEqualTo(50);
        assertThat(run.done()).isEqualTo(50);
        assertThat(run.cases()).isEqualTo(50);
        assertThat(run.moved()).isPositive();
        JsonNode json = new ObjectMapper()
                .readTree(ImpactRunJson.write(run, here.findResult(id).orElseThrow()));
        assertThat(json.at("/result/moved").asLong()).isEqualTo(run.moved());
        assertThat(json.at("/result/examples/0/decision").asText()).hasSize(36);
        assertThat(json.at("/progress/done").asLong()).isEqualTo(50);
        assertThat(json.at("/failure").isNull()).isTrue();
        assertThat(here.list(10)).containsExactly(run);
    }

    @Test
    void find_whileARunGoesOn_tellsItsProgressInEveryProcess() {
        fill(CASES);
        GatedPool pool = new GatedPool(database, FIRST_PORTION);

        UUID id = start(runs(pool), CaseSelection.ALL);
        await().until(() -> elsewhere.find(id).orElseThrow().done() > 0);

        ImpactRun going = elsewhere.find(id).orElseThrow();
        assertThat(going.state()).isEqualTo(State.RUNNING);
        assertThat(going.total()).isEqualTo(CASES);
        assertThat(going.done()).isLessThan(CASES);
        assertThat(going.finishedAt()).isNull();
        assertThat(elsewhere.findResult(id)).isEmpty();
        pool.open();
        await().until(() -> state(elsewhere, id) == State.DONE);
        assertThat(elsewhere.find(id).orElseThrow().done()).isEqualTo(CASES);
    }

    @Test
    void find_decisionsMadeAfterTheRequest_areNotLookedAt() {
        fill(3);
        GatedPool pool = new GatedPool(database, 0);
        UUID id = start(runs(pool), CaseSelection.ALL);
        fill(4);

        pool.open();
        await().until(() -> state(elsewhere, id) == State.DONE);

        assertThat(elsewhere.find(id).orElseThrow().cases()).isEqualTo(3);
    }

    @Test
    void find_runNobodyTouchedForHalfAMinute_isAbandoned() {
        UUID silent = row("now() - interval '31 seconds'");
        UUID lively = row("now() - interval '25 seconds'");

        assertThat(state(elsewhere, silent)).isEqualTo(State.ABANDONED);
        assertThat(state(elsewhere, lively)).isEqualTo(State.RUNNING);
        assertThat(elsewhere.list(2))
                .extracting(ImpactRun::state)
                .containsExactlyInAnyOrder(State.ABANDONED, State.RUNNING);
    }

    private UUID row(String touched) {
        return journal.jdbi()
                .withHandle(handle -> handle.createQuery("insert into impact_run (candidate, baseline, selection,"
                                + " everything, filtered, journal, state, touched_at) values ('a', 'b', '{}', true,"
                                + " false, 0, 'RUNNING', "
                                + touched + ") returning id")
                        .mapTo(UUID.class)
                        .one());
    }

    @Test
    void start_oneRunGoesOnAndThreeWait_isTurnedAwayUntilThereIsRoom() {
        fill(3);
        GatedPool pool = new GatedPool(database, 1);
        ImpactRuns runs = runs(pool);
        UUID first = start(runs, CaseSelection.ALL);
        await().until(() -> state(elsewhere, first) == State.RUNNING);
        List<UUID> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(start(runs, CaseSelection.latest(i + 1)));
        }

        assertThat(runs.start(ImpactTest.PRESENT, ImpactTest.CANDIDATE, CaseSelection.ALL))
                .isEmpty();
        assertThat(waiting).allMatch(id -> state(elsewhere, id) == State.QUEUED);
        assertThat(elsewhere.list(10)).hasSize(4);

        pool.open();
        await().until(() -> waiting.stream().allMatch(id -> state(elsewhere, id) == State.DONE));
        assertThat(waiting).map(id -> elsewhere.find(id).orElseThrow().cases()).containsExactly(1L, 2L, 3L);
        assertThat(elsewhere.list(10))
                .extracting(ImpactRun::id)
                .containsExactly(waiting.get(2), waiting.get(1), waiting.get(0), first);
        await().until(() -> runs.start(ImpactTest.PRESENT, ImpactTest.CANDIDATE, CaseSelection.ALL)
                .isPresent());
    }

    @Test
    void finishedRun_anyChange_isRefusedByTheStore() {
        UUID id = start(elsewhere, CaseSelection.ALL);
        await().until(() -> state(elsewhere, id) == State.DONE);

        for (String change :
                List.of("update impact_run set moved = 0", "delete from impact_run", "truncate impact_run")) {
            assertThatThrownBy(() -> journal.jdbi().useHandle(handle -> handle.execute(change)))
                    .hasMessageContaining("append only");
        }
    }

    @Test
    void close_runsGoingOnAndWaiting_haveFailed() {
        fill(CASES);
        GatedPool pool = new GatedPool(database, FIRST_PORTION);
        ImpactRuns runs = runs(pool);
        UUID going = start(runs, CaseSelection.ALL);
        UUID waiting = start(runs, CaseSelection.ALL);
        await().until(() -> elsewhere.find(going).orElseThrow().done() > 0);

        runs.close();

        assertThat(List.of(going, waiting)).allSatisfy(id -> {
            ImpactRun run = elsewhere.find(id).orElseThrow();
            assertThat(run.state()).isEqualTo(State.FAILED);
        });
        ImpactRun stopped = elsewhere.find(going).orElseThrow();
        assertThat(stopped.done()).isBetween(1L, CASES - 1L);
        assertThat(stopped.failure())
                .isEqualTo("the service stopped after %,d of 1,100 decisions; ask for another", stopped.done());
        assertThat(elsewhere.find(waiting).orElseThrow().failure())
                .isEqualTo("the service stopped before the run began; ask for another");
        assertThat(runs.start(ImpactTest.PRESENT, ImpactTest.CANDIDATE, CaseSelection.ALL))
                .isEmpty();
    }

    @Test
    void find_runThatMetAFault_hasFailedAndTheNextOneRuns() {
        fill(CASES);
        GatedPool pool = new GatedPool(database, FIRST_PORTION);
        ImpactRuns runs = runs(pool);
        UUID broken = start(runs, CaseSelection.ALL);
        UUID next = start(runs, CaseSelection.latest(2));

        pool.breakDown();
        await().until(() -> state(elsewhere, next) == State.DONE);

        ImpactRun run = elsewhere.find(broken).orElseThrow();
        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.failure())
                .matches("the run met a fault after [0-9,]+ of 1,100 decisions; the log has it under the run's id");
        assertThat(elsewhere.findResult(broken)).isEmpty();
    }

    @Test
    void quick_longJournal_asksTheLatestThousand() throws InterruptedException {
        fill(1_300);

        Impact impact = elsewhere.quick(ImpactTest.PRESENT, ImpactTest.CANDIDATE);

        assertThat(impact.cases()).isEqualTo(1_000);
        assertThat(impact.moved()).isPositive();
        assertThat(impact.examples()).allMatch(example -> example.place().index() >= 300);
        assertThat(elsewhere.list(1)).isEmpty();
    }

    private static UUID start(ImpactRuns runs, CaseSelection selection) {
        return runs.start(ImpactTest.PRESENT, ImpactTest.CANDIDATE, selection).orElseThrow();
    }

    private static State state(ImpactRuns runs, UUID id) {
        return runs.find(id).orElseThrow().state();
    }
}
