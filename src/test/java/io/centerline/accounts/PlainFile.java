package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.tariff.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is on file, worked out anew for each question by looking at every day and every line of the history, without any of
 * the program's bookkeeping.
 */
final class PlainFile {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    static final int DAYS = 14;
    static final int DIRECTIONS = 3;

    private PlainFile() {}

    static Optional<Account> onFile(List<Entry> history, LocalDate asOf, Instant knownAt) {
        List<AccountEvent> known = history.stream()
                .filter(entry -> entry.recordedAt().compareTo(knownAt) <= 0)
                .map(Entry::event)
                .toList();
        List<Direction> directed = directed(known, asOf);
        for (LocalDate day = asOf; !day.isBefore(FIRST_DAY); day = day.minusDays(1)) {
            Center begins = begins(known, day);
            if (begins != null) {
                return Optional.of(new Account(begins, day, directed, List.of()));
            }
        }
        return directed.isEmpty() ? Optional.empty() : Optional.of(new Account(null, null, directed, List.of()));
    }

    /** For each number the last word on it, where that puts a direction in force on the day. */
    private static List<Direction> directed(List<AccountEvent> known, LocalDate day) {
        List<Direction> directed = new ArrayList<>();
        for (int number = 1; number <= DIRECTIONS; number++) {
            Direction last = null;
            for (AccountEvent event : known) {
                if (event instanceof Directed given && given.number() == number) {
                    last = given.direction();
                } else if (event instanceof DirectionRetracted retracted && retracted.number() == number) {
                    last = null;
                }
            }
            if (last != null
                    && last.from().compareTo(day) <= 0
                    && last.through().compareTo(day) >= 0) {
                directed.add(last);
            }
        }
        return directed;
    }

    /** The Center of the placement that begins on a day: the last word on that day counts. */
    private static Center begins(List<AccountEvent> known, LocalDate day) {
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i) instanceof Placed placed) {
                if (placed.placement().since().equals(day)) {
                    return placed.placement().center();
                }
                if (day.equals(placed.corrects())) {
                    return null;
                }
            } else if (known.get(i) instanceof PlacementRetracted retracted
                    && retracted.since().equals(day)) {
                return null;
            }
        }
        return null;
    }
}
