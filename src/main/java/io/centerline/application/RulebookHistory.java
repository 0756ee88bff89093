package io.centerline.application;

import io.centerline.activation.Activations;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.PastChanged;
import io.centerline.activation.Preparation;
import io.centerline.check.History;
import io.centerline.check.HistoryFinding;
import io.centerline.check.HistoryProof;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Origin;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Holds back a rulebook that changes the answers for past days, until somebody says that history is to be corrected, and
 * why. Days are past before today in UTC.
 */
@Singleton
public final class RulebookHistory {
    private final Activations activations;
    private final Preparation preparation;
    private final HistoryProof proof;
    private final Clock clock;

    RulebookHistory(Activations activations, Preparation preparation, Schedule schedule, Clock clock) {
        this.activations = activations;
        this.preparation = preparation;
        this.proof = new HistoryProof(schedule);
        this.clock = clock;
    }

    /** In what one rulebook departs from the history of another. */
    public List<HistoryFinding> findings(Rulebook before, Rulebook after) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return proof.check(new History(before, today), after);
    }

    /**
     * Leave to activate.
     *
     * @param compared hash of the active rulebook it was compared with; the permission holds only while that is active
     * @param corrects whether answers for past days change
     */
    public record Permission(String compared, boolean corrects) {}

    /**
     * Passes a rulebook that continues the history of the active one, or corrects it on purpose.
     *
     * @throws ActiveChanged when another rulebook is active than the one expected
     * @throws PastChanged with every change when it does neither
     * @throws io.centerline.rulebook.RulebookException when it never served and the rule language refuses its form
     */
    public Permission hold(AskedActivation request) {
        String serving = activations.active().orElseThrow().rulebook();
        String expected = request.expectedActive();
        if (expected != null && !expected.equals(serving)) {
            throw new ActiveChanged(expected, serving);
        }
        if (request.rulebook().equals(serving)) {
            return new Permission(serving, false);
        }
        Rulebook next = preparation.of(request.rulebook());
        if (!activations.everActive(next.hash())) {
            Rulebook.of(next.files(), Origin.NEW);
        }
        List<HistoryFinding> findings = findings(preparation.of(serving), next);
        if (!findings.isEmpty() && request.correction() == null) {
            throw new PastChanged(findings);
        }
        return new Permission(serving, !findings.isEmpty());
    }
}
