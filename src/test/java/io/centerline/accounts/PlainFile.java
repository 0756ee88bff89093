package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Account;
import io.centerline.tariff.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is on file, worked out anew for each question by looking at every day and every line of the history, without any of
 * the program's bookkeeping.
 */
final class PlainFile {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    static final int DAYS = 14;

    private PlainFile() {}

    static Optional<Account> onFile(List<Entry> history, LocalDate asOf, Instant knownAt) {
        List<AccountEvent> known = history.stream()
                .filter(entry -> entry.recordedAt().compareTo(knownAt) <= 0)
                .map(Entry::event)
                .toList();
        for (LocalDate day = asOf; !day.isBefore(FIRST_DAY); day = day.minusDays(1)) {
            Center begins = begins(known, day);
            if (begins != null) {
                return Optional.of(new Account(begins, day, List.of(), List.of()));
            }
        }
        return Optional.empty();
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
