package io.centerline.accounts;

import io.centerline.tariff.Center;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which drifts are wanted; null stands for any.
 *
 * @param center where the account is on file: a Center's code or {@code PNDING}
 * @param found the Center its lines and evidence point to
 * @param reason why
 * @param minMargin the least margin, in ten-thousandths
 * @param since only drifts first found on that day or later
 */
public record DriftFilter(
        @Nullable String center,
        @Nullable Center found,
        @Nullable DriftReason reason,
        @Nullable Integer minMargin,
        @Nullable LocalDate since) {

    /** Any drift. */
    public static final DriftFilter ALL = new DriftFilter(null, null, null, null, null);
}
