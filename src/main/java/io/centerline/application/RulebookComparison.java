package io.centerline.application;

import io.centerline.activation.Activation;
import io.centerline.activation.Activations;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.RulebookStore;
import io.centerline.check.HistoryFinding;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.change.RulebookDiff;
import io.centerline.tariff.Schedule;
import io.centerline.text.Echo;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Says what another rulebook changes: rule by rule, the numbers that change their Center, the answers for past days, and the
 * corrections of history that let it follow.
 */
@Singleton
public final class RulebookComparison {
    private static final int MOST = 1_000;

    private final RulebookStore versions;
    private final RulebookHistory history;
    private final Activations activations;
    private final ActiveRulebook active;
    private final Schedule schedule;

    RulebookComparison(
            RulebookStore versions,
            RulebookHistory history,
            Activations activations,
            ActiveRulebook active,
            Schedule schedule) {
        this.versions = versions;
        this.history = history;
        this.activations = activations;
        this.active = active;
        this.schedule = schedule;
    }

    /**
     * How two rulebooks differ.
     *
     * @param diff rule by rule and number by number
     * @param history in what the other departs from the history of the one, as of today
     * @param corrections the activations that let the other follow the one as a correction of history, the last one first
     */
    public record Compared(RulebookDiff diff, List<HistoryFinding> history, List<Activation> corrections) {
        public Compared {
            history = List.copyOf(history);
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * Compares two stored rulebooks.
     *
     * @param hash of the one to compare with
     * @param other hash of the other
     * @throws RefusedException when one of them is not stored
     */
    public Compared compare(String hash, String other) {
        Rulebook before = rulebook(hash);
        Rulebook after = rulebook(other);
        return new Compared(
                RulebookDiff.between(before, after, schedule),
                history.findings(before, after),
                activations.corrections(hash, other, MOST));
    }

    private Rulebook rulebook(String hash) {
        Rulebook serving = active.latest().rulebook();
        return serving.hash().equals(hash)
                ? serving
                : versions.findRulebook(hash).orElseThrow(() -> unknown(hash));
    }

    /** What is answered when no rulebook is stored under a hash. */
    public static RefusedException unknown(String hash) {
        return new RefusedException(
                FailureKind.NOT_FOUND,
                "no rulebook " + Echo.of(hash) + " is stored; `GET /v1/rulebooks` lists those that are");
    }
}
