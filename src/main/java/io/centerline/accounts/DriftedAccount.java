package io.centerline.accounts;

import java.util.Objects;

/**
 * An account in the work list.
 *
 * @param place its place among those of the same margin
 * @param reassessment what its last reassessment said
 * @param drift the drift it showed
 * @param changed whether the account changed since, so that it must be reassessed before the proposal can be adopted
 */
public record DriftedAccount(long place, Reassessment reassessment, Drift drift, boolean changed) {

    static DriftedAccount of(long place, Reassessment reassessment, boolean changed) {
        return new DriftedAccount(place, reassessment, Objects.requireNonNull(reassessment.drift()), changed);
    }
}
