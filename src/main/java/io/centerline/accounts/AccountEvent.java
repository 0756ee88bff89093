package io.centerline.accounts;

import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing a change says about an account. A correction is an event of its own that takes the place of an earlier one. */
public sealed interface AccountEvent {

    /**
     * Who the account is.
     *
     * @param name the name; empty when none is known
     * @param kind what kind of party
     * @param family importer numbers of one corporate family, as information only
     */
    record Described(String name, ImporterKind kind, List<ImporterNumber> family) implements AccountEvent {
        public Described {
            family = List.copyOf(family);
        }
    }

    /**
     * A placement. One that begins on the same day gives way to it.
     *
     * @param placement the placement
     * @param corrects first day of another placement that gives way too; null when none does
     */
    record Placed(PlacementOnFile placement, @Nullable LocalDate corrects) implements AccountEvent {}

    /**
     * A placement was recorded in error and there is none in its stead.
     *
     * @param since its first day
     */
    record PlacementRetracted(LocalDate since) implements AccountEvent {}

    /**
     * A directed assignment; one with the same number gives way to it.
     *
     * @param number its number within the account, from 1, never used twice
     * @param direction the assignment
     */
    record Directed(int number, Direction direction) implements AccountEvent {}

    /**
     * A directed assignment was recorded in error and there is none in its stead.
     *
     * @param number its number within the account
     */
    record DirectionRetracted(int number) implements AccountEvent {}
}
