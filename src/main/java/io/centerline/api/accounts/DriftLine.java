package io.centerline.api.accounts;

import io.centerline.accounts.DriftedAccount;
import io.centerline.accounts.Reassessment;
import java.util.UUID;

/**
 * An account in the work list.
 *
 * @param importer the importer number, masked where it is a social security number
 * @param asOf the day its last reassessment decided for
 * @param version the version of the account that was decided on
 * @param changed whether the account changed since, so that it must be reassessed before the proposal can be adopted
 * @param center the same as {@code effectiveCenter}
 * @param effectiveCenter where all that is on file puts the account: a Center's code or {@code PNDING}
 * @param decision id of the decision on what is on file
 * @param drift where it belongs instead
 */
public record DriftLine(
        String importer,
        String asOf,
        long version,
        boolean changed,
        String center,
        String effectiveCenter,
        UUID decision,
        DriftAnswer drift) {

    static DriftLine of(DriftedAccount drifted) {
        Reassessment reassessment = drifted.reassessment();
        return new DriftLine(
                reassessment.number().masked(),
                reassessment.asOf().toString(),
                reassessment.version(),
                drifted.changed(),
                reassessment.center(),
                reassessment.center(),
                reassessment.decision(),
                DriftAnswer.of(drifted.drift()));
    }
}
