package io.centerline.accounts;

import io.centerline.facts.ImporterNumber;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reassessment of an account said.
 *
 * @param number the account
 * @param version the version of the account it was decided on
 * @param asOf the day it was decided for
 * @param center where the account is on file that day: a Center's code, {@code PNDING} or {@code NOTELG}
 * @param decision id of the decision on what is on file
 * @param drift where it belongs instead; null when it is where it belongs
 */
public record Reassessment(
        ImporterNumber number,
        long version,
        LocalDate asOf,
        String center,
        UUID decision,
        @Nullable Drift drift) {

    /** The same, with its drift dated back when the last reassessment found that drift already. */
    Reassessment after(@Nullable Reassessment last) {
        if (drift == null
                || last == null
                || last.drift() == null
                || !last.center().equals(center)) {
            return this;
        }
        return last.drift().found() == drift.found()
                ? new Reassessment(
                        number,
                        version,
                        asOf,
                        center,
                        decision,
                        drift.since(last.drift().since()))
                : this;
    }
}
