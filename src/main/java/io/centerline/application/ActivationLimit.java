package io.centerline.application;

import io.centerline.activation.Activations;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.ImpactNeeded;
import io.centerline.activation.Preparation;
import io.centerline.activation.QuotedImpact;
import io.centerline.impact.Impact;
import io.centerline.impact.ImpactComparison;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.impact.runs.ImpactRuns;
import io.centerline.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Holds back a rulebook that would move many importers until somebody has looked at whom. How many it would move is asked
 * of the latest decisions; a report somebody quotes must be about exactly this change.
 *
 * <p>A decision that cannot be asked, because its facts were erased for example, cannot vouch for a rulebook. It counts as
 * one that may move, here and in the report. A report says nothing of decisions that were recorded since; the latest of
 * those are asked as well. Where a report has too many of these, a person says why the rulebook may
 * serve, and that is kept with the activation. A rulebook that says the same on every day passes, since it can move nobody.
 */
@Singleton
public final class ActivationLimit {
    /** The setting: the share of decisions that may move without a report, from 0 to 1. */
    public static final String SETTING = "centerline.activation.limit";

    private final ImpactRuns runs;
    private final Preparation preparation;
    private final Activations activations;
    private final BigDecimal limit;

    ActivationLimit(
            ImpactRuns runs,
            Preparation preparation,
            Activations activations,
            @ConfigProperty(name = SETTING, defaultValue = "0.01") BigDecimal limit) {
        this.runs = runs;
        this.preparation = preparation;
        this.activations = activations;
        this.limit = limit;
    }

    /**
     * Leave to activate.
     *
     * @param compared hash of the rulebook it was compared with; the permission holds only while that is active
     * @param impact the report it rests on; null when it needs none and quotes none
     */
    record Permission(String compared, @Nullable QuotedImpact impact) {}

    /**
     * Passes a rulebook that may be activated; one that is active passes as it is.
     *
     * @throws ActiveChanged when another rulebook is active than the one expected
     * @throws ImpactNeeded when it needs a report, the one quoted is about something else, or nobody says why what it
     *     could not ask does not matter
     */
    Permission hold(AskedActivation request) {
        String serving = activations.active().orElseThrow().rulebook();
        if (request.expectedActive() != null && !request.expectedActive().equals(serving)) {
            throw new ActiveChanged(request.expectedActive(), serving);
        }
        Rulebook candidate = preparation.of(request.rulebook());
        if (request.rulebook().equals(serving)) {
            return new Permission(serving, null);
        }
        Rulebook baseline = preparation.of(serving);
        if (request.impact() != null) {
            return new Permission(serving, quoted(request.impact(), request.undecidedReason(), candidate, baseline));
        }
        if (new ImpactComparison(baseline, candidate).reachesNobody()) {
            return new Permission(serving, null);
        }
        Impact impact = stoppable(() -> runs.quick(baseline, candidate));
        if (exceeds(impact.moved() + impact.undecided(), impact.cases() + impact.undecided())) {
            throw new ImpactNeeded(excess(impact), askForReport(request.rulebook()));
        }
        return new Permission(serving, null);
    }

    /** Asks the journal, which may have to stop. */
    @FunctionalInterface
    private interface JournalQuestion {
        Impact ask() throws InterruptedException;
    }

    private static Impact stoppable(JournalQuestion question) {
        try {
            return question.ask();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusyException("the service is stopping", 10);
        }
    }

    private boolean exceeds(long part, long whole) {
        return BigDecimal.valueOf(part).compareTo(limit.multiply(BigDecimal.valueOf(whole))) > 0;
    }

    private String excess(Impact impact) {
        String moves = "it would move " + impact.moved() + " of the latest " + (impact.cases() + impact.undecided())
                + " decisions";
        return impact.undecided() == 0
                ? moves + ", more than " + percent() + " %"
                : moves + ", and " + impact.undecided() + " of them could not be asked, together more than " + percent()
                        + " %";
    }

    private QuotedImpact quoted(UUID id, @Nullable String reason, Rulebook candidate, Rulebook baseline) {
        ImpactRun run = runs.find(id).orElse(null);
        String unfit = unfit(run, candidate, baseline);
        if (run == null || unfit != null) {
            throw new ImpactNeeded("impact report `" + id + "` " + unfit, askForReport(candidate.hash()));
        }
        if (reason == null && run.undecided() != null && exceeds(run.undecided(), run.done())) {
            throw new ImpactNeeded(
                    "impact report `" + id + "` could not ask " + run.undecided() + " of its " + run.done()
                            + " decisions, more than " + percent() + " %",
                    "look at `firstUndecided` of the report, and say in `undecidedReason` why the rulebook may serve"
                            + " all the same");
        }
        holdUnseen(run, stoppable(() -> runs.since(run, baseline, candidate)));
        return new QuotedImpact(id, run.undecided(), reason);
    }

    /** Decisions go on while a report is read; those it could not look at may not move much more often than those it shows. */
    private void holdUnseen(ImpactRun run, Impact unseen) {
        long moved = unseen.moved() + unseen.undecided();
        long recorded = unseen.cases() + unseen.undecided();
        long latest = Math.min(ImpactRuns.QUICK_CASES, run.journal() + recorded);
        long shown = Objects.requireNonNullElse(run.moved(), 0L) + Objects.requireNonNullElse(run.undecided(), 0L);
        boolean asShown = BigDecimal.valueOf(moved)
                        .multiply(BigDecimal.valueOf(run.done()))
                        .compareTo(BigDecimal.valueOf(2 * shown).multiply(BigDecimal.valueOf(recorded)))
                <= 0;
        if (exceeds(moved, latest) && !asShown) {
            throw new ImpactNeeded(
                    "impact report `" + run.id() + "` looked at " + run.done() + " decisions, of which " + shown
                            + " would move or could not be asked; of the " + recorded + " recorded since, " + moved
                            + " would",
                    askForReport(run.candidate()));
        }
    }

    private static @Nullable String unfit(@Nullable ImpactRun run, Rulebook candidate, Rulebook baseline) {
        if (run == null) {
            return "does not exist";
        }
        if (run.state() != ImpactRun.State.DONE) {
            return "is " + run.state() + ", not DONE";
        }
        if (!run.candidate().equals(candidate.hash())) {
            return "is about another candidate, `" + run.candidate() + "`";
        }
        if (!run.baseline().equals(baseline.hash())) {
            return "compares with `" + run.baseline() + "`, but `" + baseline.hash() + "` is active";
        }
        if (run.filtered()) {
            return "looked only at the decisions of a filter, or as of another day";
        }
        if (run.undecided() == null) {
            return "is of an earlier version of the program, which did not count what it could not ask";
        }
        long enough = Math.min(ImpactRuns.QUICK_CASES, run.journal());
        return run.done() < enough ? "looked at " + run.done() + " decisions, fewer than " + enough : null;
    }

    private static String askForReport(String hash) {
        return "run `POST /v1/rulebooks/impact` with {\"candidate\": \"" + hash
                + "\"}, read its result, and activate with its id as `impact`";
    }

    /** How many percent of the latest decisions may move without a report. */
    public String percent() {
        return limit.movePointRight(2)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
