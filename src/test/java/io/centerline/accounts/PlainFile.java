package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.AppealDenied;
import io.centerline.accounts.AccountEvent.AppealFiled;
import io.centerline.accounts.AccountEvent.AppealGranted;
import io.centerline.accounts.AccountEvent.AppealWithdrawn;
import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Direction;
import io.centerline.tariff.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is on file, worked out anew for each question by looking at every day and every line of the history, without any of
 * the program's bookkeeping.
 */
final class PlainFile {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    static final int DAYS = 14;
    static final int DIRECTIONS = 3;

    private PlainFile() {}

    static Optional<Account> onFile(List<HistoryEntry> history, LocalDate asOf, Instant knownAt) {
        List<AccountEvent> known = history.stream()
                .filter(entry -> entry.recordedAt().compareTo(knownAt) <= 0)
                .map(HistoryEntry::event)
                .toList();
        List<Direction> directed = directed(known, asOf);
        List<Appeal> appeals = appeals(known, asOf);
        for (LocalDate day = asOf; !day.isBefore(FIRST_DAY); day = day.minusDays(1)) {
            Center begins = begins(known, day);
            if (begins != null) {
                return Optional.of(new Account(begins, day, directed, appeals));
            }
        }
        return directed.isEmpty() && appeals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Account(null, null, directed, appeals));
    }

    /** For each appeal, in the order they came, what its last words add up to, where it was filed by the day. */
    private static List<Appeal> appeals(List<AccountEvent> known, LocalDate day) {
        List<Appeal> appeals = new ArrayList<>();
        List<UUID> order = new ArrayList<>();
        for (AccountEvent event : known) {
            UUID came = event instanceof AppealFiled filed
                    ? filed.appeal()
                    : event instanceof AppealGranted granted ? granted.appeal() : null;
            if (came != null && !order.contains(came)) {
                order.add(came);
            }
        }
        for (UUID id : order) {
            Appeal last = null;
            boolean withdrawn = false;
            for (AccountEvent event : known) {
                if (event instanceof AppealFiled filed && filed.appeal().equals(id)) {
                    withdrawn = false;
                    last = filed.preferred() == null
                            ? null
                            : new Appeal(
                                    filed.preferred(),
                                    filed.filed(),
                                    AppealStatus.FILED,
                                    filed.filed(),
                                    filed.reference());
                } else if (event instanceof AppealGranted granted
                        && granted.appeal().equals(id)) {
                    withdrawn = false;
                    last = new Appeal(
                            granted.preferred(),
                            granted.filed(),
                            AppealStatus.GRANTED,
                            granted.effective(),
                            granted.reference());
                } else if (event instanceof AppealWithdrawn taken
                        && taken.appeal().equals(id)) {
                    withdrawn = true;
                } else if (event instanceof AppealDenied denied
                        && denied.appeal().equals(id)
                        && last != null) {
                    withdrawn = false;
                    last = new Appeal(
                            last.preferred(), last.filed(), AppealStatus.DENIED, last.effective(), last.reference());
                }
            }
            if (last != null && !withdrawn && !last.filed().isAfter(day)) {
                appeals.add(last);
            }
        }
        return appeals;
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
