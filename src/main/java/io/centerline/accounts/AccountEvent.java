package io.centerline.accounts;

import io.centerline.facts.AppealPacket;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    /**
     * An appeal was filed, or its packet amended.
     *
     * @param appeal id of the appeal
     * @param preferred the Center asked for; null when the packet names none
     * @param filed the day it was filed
     * @param reference the document
     * @param importers the importer numbers the packet names
     * @param packet the packet; null in a history, which is read without packets
     */
    record AppealFiled(
            UUID appeal,
            @Nullable Center preferred,
            LocalDate filed,
            String reference,
            List<ImporterNumber> importers,
            @Nullable AppealPacket packet)
            implements AccountEvent {
        public AppealFiled {
            importers = List.copyOf(importers);
        }
    }

    /**
     * The importer took an appeal back.
     *
     * @param appeal id of the appeal
     */
    record AppealWithdrawn(UUID appeal) implements AccountEvent {}

    /**
     * An appeal was denied; the entry's reason says why.
     *
     * @param appeal id of the appeal
     */
    record AppealDenied(UUID appeal) implements AccountEvent {}

    /**
     * An appeal was granted, for this account too.
     *
     * @param appeal id of the appeal
     * @param preferred the Center asked for
     * @param filed the day it was filed
     * @param reference the document
     * @param effective the day it takes effect
     * @param authority who granted it
     * @param decision id of the decision it produced for this account
     */
    record AppealGranted(
            UUID appeal,
            Center preferred,
            LocalDate filed,
            String reference,
            LocalDate effective,
            String authority,
            UUID decision)
            implements AccountEvent {}
}
