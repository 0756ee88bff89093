package io.centerline.facts;

import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on file for an importer.
 *
 * @param center the Center the account is placed in; null when it was never placed
 * @param since the first day of that placement; null exactly when {@code center} is
 * @param directed directed assignments, in the order given
 * @param appeals appeals, in the order given
 */
public record Account(
        @Nullable Center center, @Nullable LocalDate since, List<Direction> directed, List<Appeal> appeals) {

    /** The last day of an interval that has no end. */
    public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    public Account {
        directed = List.copyOf(directed);
        appeals = List.copyOf(appeals);
        if ((center == null) != (since == null)) {
            throw new IllegalArgumentException("an account has a Center and its first day, or neither");
        }
    }
}
