package io.centerline.activation;

import io.centerline.check.CheckReport;
import io.centerline.check.HistoryFinding;
import io.centerline.proposals.ApprovalNeeded;
import io.centerline.rulebook.FolderBase;
import io.centerline.rulebook.FolderReading;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.SettledFolder;
import io.centerline.rulebook.SourceLimits;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches the rule folder: what is saved there is checked once it has settled and, if it is sound and was made from what is
 * active, stored and activated. What may not serve is told and changes nothing. What lay there when the program started is
 * not taken for a change.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FolderWatch.class);

    private static final Duration QUIET = Duration.ofMillis(300);
    private static final long CALM_MILLIS = 1_000;
    private static final long RESTLESS_MILLIS = 100;
    private static final long MILLIS_TO_STOP = 5_000;
    private static final String AUTHOR = "rule folder";
    private static final SourcePlace FOLDER = new SourcePlace("rules", 1, 1);

    private final Path folder;
    private final FolderBase base;
    private final Function<RuleFolder, CheckReport> check;
    private final RulebookStore versions;
    private final Preparation preparation;
    private final ActiveRulebook active;
    private final SettledFolder settled;
    private final AtomicLong refusals = new AtomicLong();
    private volatile FolderState state;
    private volatile @Nullable Thread thread;
    private volatile boolean closing;

    /** Why a sound folder does not serve: what was active and what its files were said to be made from. Null when it does. */
    private @Nullable Held held;

    private record Held(long activation, Optional<String> base) {}

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
            ActiveRulebook active) {
        this.folder = begun.path();
        this.base = new FolderBase(folder);
        this.check = check;
        this.versions = versions;
        this.preparation = preparation;
        this.active = active;
        this.state = begun.state();
        this.settled = new SettledFolder(folder, SourceLimits.DEFAULT, QUIET);
        settled.assume(begun.reading());
    }

    /**
     * Begins to watch.
     *
     * @param activate lets what was saved serve; throws {@link ImpactNeeded}, {@link PastChanged} or
     *     {@link ApprovalNeeded} when it may not, and {@link ActiveChanged} when another rulebook has become active than the one the request expects
     */
    public void start(Consumer<ActivationRequest> activate) {
        FolderState begun = state;
        if (!begun.errors().isEmpty()) {
            tell(begun);
        } else if (begun.standing(active.latest()) == FolderState.Standing.DIFFERS) {
            LOG.warnf(
                    "the rule folder `%s` is not what serves: %s was activated; save a file there, or activate %s",
                    folder, active.latest().rulebook().hash(), begun.hash());
        } else {
            serves(begun.hash());
        }
        Thread watching = new Thread(() -> watch(activate), "watch-rules");
        watching.setDaemon(true);
        thread = watching;
        watching.start();
    }

    /** What the folder held when it was last looked at. */
    public FolderState state() {
        return state;
    }

    /** How many changes were refused since the start. */
    public long refusals() {
        return refusals.get();
    }

    /** Ends the watch. When this returns, what it was doing to the folder is done, unless that takes seconds. */
    @Override
    public void close() {
        closing = true;
        Thread watching = thread;
        if (watching != null) {
            watching.interrupt();
            try {
                watching.join(MILLIS_TO_STOP);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void watch(Consumer<ActivationRequest> activate) {
        while (!closing) {
            try {
                Optional<FolderReading> saved = settled.poll();
                if (saved.isPresent()) {
                    take(saved.get(), activate);
                } else if (!settled.isRestless()) {
                    reconsider(activate);
                }
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

    private void take(FolderReading saved, Consumer<ActivationRequest> activate) {
        held = null;
        if (saved instanceof FolderReading.Unreadable unreadable) {
            refuse(new FolderState("", unreadable.findings()));
            return;
        }
        RuleFolder next = ((FolderReading.Readable) saved).folder();
        CheckReport report;
        try {
            report = check.apply(next);
        } catch (RuntimeException failed) {
            // Only other files can come out otherwise, so these are not checked again.
            LOG.errorf(failed, "the check of the rule folder `%s` failed", folder);
            refuse(new FolderState(
                    "",
                    List.of(finding(
                            "the check of these files failed, so they may not serve",
                            "this is a fault of the program, told in its log; please report it with these files"))));
            return;
        }
        if (!report.sound()) {
            refuse(new FolderState(report.hash(), report.errors()));
        } else if (report.hash().equals(active.latest().rulebook().hash())) {
            serves(report.hash());
        } else if (isReady(report)) {
            versions.store(next, AUTHOR);
            offer(report.hash(), activate);
        }
    }

    /** Whether sound rules can serve today. */
    private boolean isReady(CheckReport report) {
        try {
            if (report.rulebook() != null) {
                preparation.keep(report.rulebook());
            }
            return true;
        } catch (RulebookException early) {
            refuse(new FolderState(report.hash(), early.findings()));
            return false;
        }
    }

    /** Looks at a folder that has not changed: something else may be active now, or its files said to be made from that. */
    private void reconsider(Consumer<ActivationRequest> activate) {
        Serving serving = active.latest();
        FolderState before = state;
        Held then = held;
        if (then == null) {
            if (before.standing(serving) == FolderState.Standing.SERVES
                    && !serving.rulebook().hash().equals(base())) {
                serves(before.hash());
            }
        } else if (before.hash().equals(serving.rulebook().hash())) {
            serves(before.hash());
        } else if (!then.equals(new Held(serving.activation().number(), base.find()))) {
            offer(before.hash(), activate);
        }
    }

    /** Lets a sound folder serve that was made from what is active, if it may. */
    private void offer(String hash, Consumer<ActivationRequest> activate) {
        Activation serving = active.latest().activation();
        Optional<String> from = base.find();
        if (!settled.isAsGiven()) {
            // Whoever replaces the files notes their base last: this base is not that of the files that were checked.
            settled.assumeNothing();
            return;
        }
        held = new Held(serving.number(), from);
        if (!from.equals(Optional.of(serving.rulebook()))) {
            refuse(new FolderState(hash, List.of(foreign(hash, serving, from))));
            return;
        }
        try {
            activate.accept(
                    new ActivationRequest(hash, AUTHOR, "saved in `" + folder + "`", serving.rulebook(), null, null));
            serves(hash);
        } catch (ImpactNeeded needed) {
            refuse(new FolderState(hash, List.of(finding(String.valueOf(needed.getMessage()), needed.help()))));
        } catch (ApprovalNeeded needed) {
            refuse(new FolderState(
                    hash,
                    List.of(finding(needed.getMessage() + "; these files are stored as " + hash, needed.help()))));
        } catch (PastChanged changed) {
            refuse(new FolderState(
                    hash,
                    changed.findings().stream().map(HistoryFinding::finding).toList()));
        } catch (ActiveChanged changed) {
            // Told once this replica has it too.
            settled.assumeNothing();
        }
    }

    private void serves(String hash) {
        held = null;
        state = new FolderState(hash, List.of());
        if (!hash.equals(base()) && !base.set(hash)) {
            LOG.warnf(
                    "`%s` cannot be written: after the next start a change of the rule folder is refused until it"
                            + " names what is active",
                    folder.resolve(FolderBase.NAME));
        }
    }

    private @Nullable String base() {
        return base.find().orElse(null);
    }

    private Finding foreign(String hash, Activation serving, Optional<String> from) {
        String file = folder.resolve(FolderBase.NAME).toString();
        return finding(
                serving.rulebook() + " is active since " + serving.at() + " (activation " + serving.number() + ", "
                        + serving.by() + "), and these files, stored as " + hash
                        + ", were made from " + from.orElse("another one"),
                "`centerline rules pull` takes what is active into the folder; to replace that by these files, write `"
                        + serving.rulebook() + "` into `" + file + "`");
    }

    private static Finding finding(String message, String help) {
        return new Finding(FOLDER, 1, message, help, "");
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
