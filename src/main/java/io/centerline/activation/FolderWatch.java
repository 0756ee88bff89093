package io.centerline.activation;

import io.centerline.check.CheckReport;
import io.centerline.check.Diagnostic;
import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.FolderReading;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.SettledFolder;
import io.centerline.rulebook.SourceLimits;
import io.centerline.rulebook.language.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Watches the rule folder: what is saved there is checked once it has settled and, if it is sound, stored and activated.
 * What may not serve is told and changes nothing. What lay there when the program started is not taken for a change.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FolderWatch.class);

    private static final Duration QUIET = Duration.ofMillis(300);
    private static final long CALM_MILLIS = 1_000;
    private static final long RESTLESS_MILLIS = 100;
    private static final String AUTHOR = "rule folder";

    private final Path folder;
    private final Function<RuleFolder, CheckReport> check;
    private final RulebookStore versions;
    private final Preparation preparation;
    private final Activator activator;
    private final ActiveRulebook active;
    private final SettledFolder settled;
    private final Thread thread;
    private final AtomicLong refusals = new AtomicLong();
    private volatile FolderState state;
    private volatile boolean closing;

    /**
     * Not yet watching; {@link #start} begins.
     *
     * @param check checks a folder, waiting for its turn if need be
     */
    public FolderWatch(
            FolderAtStart begun,
            Function<RuleFolder, CheckReport> check,
            RulebookStore versions,
            Preparation preparation,
            Activator activator,
            ActiveRulebook active) {
        this.folder = begun.path();
        this.check = check;
        this.versions = versions;
        this.preparation = preparation;
        this.activator = activator;
        this.active = active;
        this.state = begun.state();
        this.settled = new SettledFolder(folder, SourceLimits.DEFAULT, QUIET);
        settled.assume(begun.reading());
        this.thread = new Thread(this::watch, "watch-rules");
        thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param unchecked whether what serves was taken from the folder without a check, because nothing had served before
     */
    public void start(boolean unchecked) {
        FolderState begun = state;
        if (unchecked) {
            settled.assumeNothing();
        } else if (!begun.errors().isEmpty()) {
            tell(begun);
        } else if (begun.standing(active.latest()) == FolderState.Standing.DIFFERS) {
            LOG.warnf(
                    "the rule folder `%s` is not what serves: %s was activated; save a file there, or activate %s",
                    folder, active.latest().rulebook().hash(), begun.hash());
        }
        thread.start();
    }

    /** What the folder held when it was last looked at. */
    public FolderState state() {
        return state;
    }

    /** How many changes were refused since the start. */
    public long refusals() {
        return refusals.get();
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }

    private void watch() {
        while (!closing) {
            try {
                Optional<FolderReading> saved = settled.poll();
                saved.ifPresent(this::take);
                Thread.sleep(settled.isRestless() ? RESTLESS_MILLIS : CALM_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException away) {
                // The database, most likely: what was saved is not lost but taken again.
                LOG.warnf("a change of the rule folder waits: %s", away.getMessage());
                settled.assumeNothing();
                pause();
            }
        }
    }

    private void take(FolderReading saved) {
        if (saved instanceof FolderReading.Unreadable unreadable) {
            refuse(new FolderState("", unreadable.findings()));
            return;
        }
        RuleFolder next = ((FolderReading.Readable) saved).folder();
        CheckReport report = check.apply(next);
        if (!report.sound()) {
            refuse(new FolderState(
                    report.hash(),
                    report.diagnostics().stream()
                            .filter(found -> found.severity() == Severity.ERROR)
                            .map(Diagnostic::finding)
                            .toList()));
            return;
        }
        if (!report.hash().equals(active.latest().rulebook().hash())) {
            versions.store(next, AUTHOR);
            if (report.rulebook() != null) {
                preparation.keep(report.rulebook());
            }
            Activation activation = activator
                    .activate(new ActivationRequest(report.hash(), AUTHOR, "saved in `" + folder + "`", null, null))
                    .activation();
            LOG.infof("saved in `%s`: activation %d serves %s", folder, activation.number(), report.hash());
        }
        state = new FolderState(report.hash(), List.of());
    }

    private void refuse(FolderState next) {
        refusals.incrementAndGet();
        state = next;
        tell(next);
    }

    private void tell(FolderState refused) {
        Activation serving = active.latest().activation();
        LOG.warnf(
                "the rule folder `%s` may not serve; activation %d goes on with %s\n\n%s",
                folder, serving.number(), serving.rulebook(), Finding.renderAll(refused.errors()));
    }

    private static void pause() {
        try {
            Thread.sleep(CALM_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
