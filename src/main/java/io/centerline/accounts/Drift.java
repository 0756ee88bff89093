package io.centerline.accounts;

import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That an account belongs elsewhere than where it is on file.
 *
 * @param found the Center its lines and evidence point to
 * @param reason why
 * @param margin by how much that Center leads the one on file, in ten-thousandths of the counted lines; negative when evidence
 *     outweighs the count
 * @param since as-of date of the first reassessment in a row that found the same
 * @param proposal id of the decision without what is on file, which may be adopted
 */
public record Drift(Center found, DriftReason reason, int margin, LocalDate since, UUID proposal) {

    /** The same, first found on that day when it is earlier. */
    Drift since(LocalDate day) {
        return day.isBefore(since) ? new Drift(found, reason, margin, day, proposal) : this;
    }
}
