package io.centerline.accounts;

import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A placement of an account; it holds until the next one begins.
 *
 * @param center where the account is placed
 * @param since its first day
 * @param decision id of the decision it rests on; null when it was entered without one
 */
public record PlacementOnFile(
        Center center, LocalDate since, @Nullable UUID decision) {}
