package io.centerline.api.accounts;

import io.centerline.accounts.Drift;
import io.centerline.accounts.Reassessed;
import io.centerline.accounts.Reassessment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reassessment of an account said.
 *
 * @param line number of the line in the request; of a file of entry lines the importer's place among those in it; from 1
 * @param importer the importer number, masked where it is a social security number
 * @param asOf the day decided for
 * @param version the version of the account it was decided on
 * @param center the same as {@code effectiveCenter}
 * @param effectiveCenter where all that is on file puts the account: a Center's code, {@code PNDING} or {@code NOTELG}
 * @param decision id of the decision on what is on file
 * @param drift where it belongs instead; null when it is where it belongs
 * @param kept whether it stands as the account's last reassessment
 */
public record ReassessmentLine(
        long line,
        String importer,
        String asOf,
        long version,
        String center,
        String effectiveCenter,
        UUID decision,
        @Nullable DriftAnswer drift,
        boolean kept) {

    public static ReassessmentLine of(long line, Reassessed reassessed) {
        Reassessment reassessment = reassessed.reassessment();
        Drift drift = reassessment.drift();
        return new ReassessmentLine(
                line,
                reassessment.number().masked(),
                reassessment.asOf().toString(),
                reassessment.version(),
                reassessment.center(),
                reassessment.center(),
                reassessment.decision(),
                drift == null ? null : DriftAnswer.of(drift),
                reassessed.kept());
    }
}
