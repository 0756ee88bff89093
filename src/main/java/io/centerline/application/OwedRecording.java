package io.centerline.application;

import io.centerline.accounts.OwedDecisions;
import io.centerline.decision.Draft;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Records the decisions that changes of accounts rest on. Whoever changes accounts records them at once; what a crash or an
 * outage left behind is recorded here a little later, by whatever replica comes first. Recording one twice is recording it
 * once, for its id is its own.
 */
@Singleton
public final class OwedRecording {
    private static final Logger LOG = Logger.getLogger(OwedRecording.class);
    private static final int PAUSE_SECONDS = 5;
    private static final int AT_ONCE = 100;
    /** Younger ones are being recorded by whoever owes them. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final OwedDecisions owed;
    private final Recorder recorder;
    private final ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "owed-decisions");
        thread.setDaemon(true);
        return thread;
    });

    OwedRecording(OwedDecisions owed, Recorder recorder) {
        this.owed = owed;
        this.recorder = recorder;
    }

    void start(@Observes StartupEvent started) {
        var unused = behind.scheduleWithFixedDelay(this::catchUp, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        behind.shutdownNow();
    }

    /** Records decisions that are owed; false for those that the journal does not take now. */
    public List<Boolean> record(List<Draft> drafts) {
        List<CompletableFuture<Recorder.Answer>> answers = drafts.stream()
                .map(draft -> recorder.record(draft, null).toCompletableFuture())
                .toList();
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> isDurable(drafts.get(i), answers.get(i)))
                .toList();
    }

    private boolean isDurable(Draft draft, CompletableFuture<Recorder.Answer> answer) {
        try {
            answer.join();
            owed.settle(draft.id());
            return true;
        } catch (CompletionException | JdbiException away) {
            LOG.warnf("decision %s is on file and not recorded yet: %s", draft.id(), away.getMessage());
            return false;
        }
    }

    private void catchUp() {
        try {
            record(GRACE);
        } catch (RuntimeException away) {
            LOG.debug("owed decisions are recorded once the database is back", away);
        }
    }

    /** Records what is owed for as long; how many it were. */
    public int record(Duration age) {
        List<Draft> drafts = owed.list(age, AT_ONCE);
        record(drafts);
        return drafts.size();
    }
}
