package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Account;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is on file for one importer number, as it was known at some instant.
 *
 * @param number the importer number
 * @param version how many changes it comes from; 0 when nothing is on file
 * @param changedAt when the last of them was recorded; null when nothing is on file
 * @param name the importer's name; empty when none is known
 * @param kind what kind of party
 * @param family importer numbers of one corporate family, in the order given
 * @param placements by their first day
 */
public record AccountFile(
        ImporterNumber number,
        long version,
        @Nullable Instant changedAt,
        String name,
        ImporterKind kind,
        List<ImporterNumber> family,
        NavigableMap<LocalDate, PlacementOnFile> placements) {

    public AccountFile {
        family = List.copyOf(family);
        placements = Collections.unmodifiableNavigableMap(placements);
    }

    /** A file with nothing in it. */
    public static AccountFile blank(ImporterNumber number) {
        return new AccountFile(number, 0, null, "", ImporterKind.IMPORTER, List.of(), new TreeMap<>());
    }

    /**
     * The file that a history comes to.
     *
     * @param history in its order
     * @param knownAt what was recorded later is left out
     */
    static AccountFile of(ImporterNumber number, List<Entry> history, Instant knownAt) {
        AccountFile file = blank(number);
        for (Entry entry : history) {
            if (!entry.recordedAt().isAfter(knownAt)) {
                file = file.with(entry.event()).at(entry.version(), entry.recordedAt());
            }
        }
        return file;
    }

    /** Whether anything is on file. */
    public boolean exists() {
        return version > 0;
    }

    /**
     * What is in force on a day, as a decision sees it; empty when nothing is.
     *
     * @param day the day decided for
     */
    public Optional<Account> on(LocalDate day) {
        PlacementOnFile placement = placementOn(day);
        return placement == null
                ? Optional.empty()
                : Optional.of(new Account(placement.center(), placement.since(), List.of(), List.of()));
    }

    /** The placement in force on a day; null when there is none. */
    public @Nullable PlacementOnFile placementOn(LocalDate day) {
        var latest = placements.floorEntry(day);
        return latest == null ? null : latest.getValue();
    }

    /** The file with one event more. */
    AccountFile with(AccountEvent event) {
        if (event instanceof Described described) {
            return new AccountFile(
                    number, version, changedAt, described.name(), described.kind(), described.family(), placements);
        }
        if (event instanceof Placed placed) {
            TreeMap<LocalDate, PlacementOnFile> next = new TreeMap<>(placements);
            if (placed.corrects() != null) {
                next.remove(placed.corrects());
            }
            next.put(placed.placement().since(), placed.placement());
            return with(next);
        }
        TreeMap<LocalDate, PlacementOnFile> next = new TreeMap<>(placements);
        next.remove(((PlacementRetracted) event).since());
        return with(next);
    }

    private AccountFile with(NavigableMap<LocalDate, PlacementOnFile> next) {
        return new AccountFile(number, version, changedAt, name, kind, family, next);
    }

    private AccountFile at(long change, Instant recordedAt) {
        return new AccountFile(number, change, recordedAt, name, kind, family, placements);
    }
}
