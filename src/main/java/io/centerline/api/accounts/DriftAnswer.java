package io.centerline.api.accounts;

import io.centerline.accounts.Drift;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * That an account belongs elsewhere than where it is on file.
 *
 * @param found code of the Center its lines and evidence point to
 * @param reason PREDOMINANCE, EVIDENCE or UNPLACED
 * @param margin by how much that Center leads the one on file, as a share of the counted lines with four decimals; negative when
 *     evidence outweighs the count
 * @param since as-of date of the first reassessment in a row that found the same
 * @param proposal id of the decision without what is on file, which may be adopted
 */
public record DriftAnswer(String found, String reason, String margin, String since, UUID proposal) {

    static DriftAnswer of(Drift drift) {
        return new DriftAnswer(
                drift.found().code(),
                drift.reason().name(),
                BigDecimal.valueOf(drift.margin(), 4).toPlainString(),
                drift.since().toString(),
                drift.proposal());
    }
}
