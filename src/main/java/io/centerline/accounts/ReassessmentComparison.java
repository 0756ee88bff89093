package io.centerline.accounts;

import io.centerline.facts.Account;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Outcome;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An account decided twice on the same lines and evidence: with what is on file, and without.
 *
 * @param file the account
 * @param onFile the decision with what is on file
 * @param alone the decision without; the same one when nothing is on file that day
 */
public record ReassessmentComparison(AccountFile file, Decision onFile, Decision alone) {

    /**
     * Decides an account. Who it is, is taken from the file: what kind of party ({@link PartyOnFile}), and the name where the
     * facts have none.
     *
     * @param facts lines, evidence and day; their account is passed over
     * @param decide makes decisions
     */
    public static ReassessmentComparison of(AccountFile file, Facts facts, Function<Facts, Decision> decide) {
        String name = facts.importer().name().isEmpty()
                ? file.name()
                : facts.importer().name();
        Account account = file.on(facts.asOf()).orElse(null);
        Facts known = new Facts(
                new Importer(file.number(), name, file.kind()), facts.asOf(), facts.lines(), facts.evidence(), account);
        Decision onFile = decide.apply(known);
        return new ReassessmentComparison(file, onFile, account == null ? onFile : decide.apply(known.with(null)));
    }

    /** Where the account is on file: a Center's code, {@code PNDING} or {@code NOTELG}. */
    public String center() {
        return isOnFile() ? onFile.outcome().code() : "PNDING";
    }

    /**
     * Whether the account belongs elsewhere. One that a direction or a granted appeal holds does not drift, whatever its lines
     * say: no adoption would move it.
     */
    public boolean drifts() {
        return !isHeld()
                && alone.outcome() instanceof Outcome.Placed found
                && !found.code().equals(center());
    }

    /**
     * What the reassessment said.
     *
     * @param decision id of the decision with what is on file
     * @param proposal id of the one without
     */
    public Reassessment reassessment(UUID decision, UUID proposal) {
        return new Reassessment(
                file.number(), file.version(), onFile.facts().asOf(), center(), decision, drift(proposal));
    }

    private @Nullable Drift drift(UUID proposal) {
        return drifts() && alone.outcome() instanceof Outcome.Placed found
                ? new Drift(
                        found.center(),
                        reason(found),
                        margin(found.center()),
                        onFile.facts().asOf(),
                        proposal)
                : null;
    }

    private DriftReason reason(Outcome.Placed found) {
        if (!isOnFile()) {
            return DriftReason.UNPLACED;
        }
        return found.basis() == Basis.EVIDENCE ? DriftReason.EVIDENCE : DriftReason.PREDOMINANCE;
    }

    /** Whether something on file, and not the lines or evidence, says where the account is; bases are declared strongest first. */
    private boolean isOnFile() {
        Basis basis = onFile.outcome().basis();
        return basis != null && basis.compareTo(Basis.ACCOUNT) <= 0;
    }

    private boolean isHeld() {
        Basis basis = onFile.outcome().basis();
        return basis != null && basis.compareTo(Basis.ACCOUNT) < 0;
    }

    /** Half-even, in ten-thousandths of the counted lines. */
    private int margin(Center found) {
        List<CenterTally> tallies = alone.explanation().tallies();
        long total = tallies.stream().mapToLong(each -> each.tally().count()).sum();
        long lead = count(tallies, found.code()) - count(tallies, center());
        return total == 0
                ? 0
                : BigDecimal.valueOf(lead)
                        .divide(BigDecimal.valueOf(total), 4, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .intValueExact();
    }

    private static long count(List<CenterTally> tallies, String center) {
        return tallies.stream()
                .filter(each -> each.tally().center().code().equals(center))
                .mapToLong(each -> each.tally().count())
                .sum();
    }
}
