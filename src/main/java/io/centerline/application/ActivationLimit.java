package io.centerline.application;

import io.centerline.activation.Activations;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.Preparation;
import io.centerline.impact.Impact;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.impact.runs.ImpactRuns;
import io.centerline.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Holds back a rulebook that would move many importers until somebody has looked at whom. How many it would move is asked
 * of the latest decisions; a report somebody quotes must be about exactly this change.
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
     * Passes a rulebook that may be activated.
     *
     * @param hash hash of a stored rulebook
     * @param expected hash of the rulebook that must be active until then; null when that does not matter
     * @param quoted id of the report quoted; null when none is
     * @return the hash of the active rulebook it was compared with; the permission holds only while that is active
     * @throws ActiveChanged when another rulebook is active than the one expected
     * @throws RefusedException when it needs a report, or the one quoted is about something else
     */
    public String hold(String hash, @Nullable String expected, @Nullable UUID quoted) {
        String serving = activations.active().orElseThrow().rulebook();
        if (expected != null && !expected.equals(serving)) {
            throw new ActiveChanged(expected, serving);
        }
        Rulebook baseline = preparation.of(serving);
        Rulebook candidate = preparation.of(hash);
        if (quoted != null) {
            String unfit = unfit(quoted, candidate, baseline);
            if (unfit != null) {
                throw refused("impact report `" + quoted + "` " + unfit, hash);
            }
        } else if (!hash.equals(serving)) {
            Impact impact = latest(baseline, candidate);
            if (BigDecimal.valueOf(impact.moved()).compareTo(limit.multiply(BigDecimal.valueOf(impact.cases()))) > 0) {
                throw refused(
                        "it would move " + impact.moved() + " of the latest " + impact.cases()
                                + " decisions, more than " + percent() + " %",
                        hash);
            }
        }
        return serving;
    }

    private Impact latest(Rulebook baseline, Rulebook candidate) {
        try {
            return runs.quick(baseline, candidate);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusyException("the service is stopping", 10);
        }
    }

    private @Nullable String unfit(UUID quoted, Rulebook candidate, Rulebook baseline) {
        ImpactRun run = runs.find(quoted).orElse(null);
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
        long enough = Math.min(ImpactRuns.QUICK_CASES, run.journal());
        return run.done() < enough ? "looked at " + run.done() + " decisions, fewer than " + enough : null;
    }

    private RefusedException refused(String why, String hash) {
        return new RefusedException(
                FailureKind.IMPACT_NEEDED,
                why + "; nothing was activated: run `POST /v1/rulebooks/impact` with {\"candidate\": \"" + hash
                        + "\"}, read its result, and activate with its id as `impact`");
    }

    private String percent() {
        return limit.movePointRight(2)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
