package io.centerline.accounts;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
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
 * @param corrected the first day of each placement that a correction took from the file, with that of the placement instead
 * @param directions by their number; no two are in force on one day
 * @param directionsEver the highest number a direction ever had, 0 when there was none
 * @param appeals by id, in the order they came
 * @param adopted the decisions that ever became a placement, also one that was replaced since, each with the day from which
 */
public record AccountFile(
        ImporterNumber number,
        long version,
        @Nullable Instant changedAt,
        String name,
        ImporterKind kind,
        List<ImporterNumber> family,
        NavigableMap<LocalDate, PlacementOnFile> placements,
        SortedMap<LocalDate, LocalDate> corrected,
        SortedMap<Integer, Direction> directions,
        int directionsEver,
        Map<UUID, AppealOnFile> appeals,
        Map<UUID, LocalDate> adopted) {

    public AccountFile {
        family = List.copyOf(family);
        placements = Collections.unmodifiableNavigableMap(placements);
        corrected = Collections.unmodifiableSortedMap(corrected);
        directions = Collections.unmodifiableSortedMap(directions);
        appeals = Collections.unmodifiableMap(appeals);
        adopted = Collections.unmodifiableMap(adopted);
    }

    /** A file with nothing in it. */
    public static AccountFile blank(ImporterNumber number) {
        return new AccountFold(number).file();
    }

    /**
     * The file that a history comes to.
     *
     * @param history in its order
     * @param knownAt what was recorded later is left out
     */
    static AccountFile of(ImporterNumber number, List<HistoryEntry> history, Instant knownAt) {
        AccountFold fold = new AccountFold(number);
        for (HistoryEntry entry : history) {
            if (!entry.recordedAt().isAfter(knownAt)) {
                fold.add(entry);
            }
        }
        return fold.file();
    }

    /** The file as it would be with more events. */
    AccountFile with(List<AccountEvent> events) {
        AccountFold fold = new AccountFold(this);
        events.forEach(fold::add);
        return fold.file();
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
        List<Direction> directed = directions.values().stream()
                .filter(direction -> isInForce(direction, day))
                .toList();
        List<Appeal> filed = appeals.values().stream()
                .filter(appeal -> !appeal.filed().isAfter(day))
                .flatMap(appeal -> appeal.asFact().stream())
                .toList();
        if (placement == null && directed.isEmpty() && filed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Account(
                placement == null ? null : placement.center(),
                placement == null ? null : placement.since(),
                directed,
                filed));
    }

    /** The placement in force on a day; null when there is none. */
    public @Nullable PlacementOnFile placementOn(LocalDate day) {
        var latest = placements.floorEntry(day);
        return latest == null ? null : latest.getValue();
    }

    /** Whether a direction is in force on a day. */
    public static boolean isInForce(Direction direction, LocalDate day) {
        return !day.isBefore(direction.from()) && !day.isAfter(direction.through());
    }
}
