package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.AppealGranted;
import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import java.time.Instant;
import java.util.List;

/**
 * What one change does to one account.
 *
 * @param before the file it was decided on; the change is refused when that is no longer what is on file
 * @param events what it says, at least one
 * @param author who makes it
 * @param reason why
 */
record Change(AccountFile before, List<AccountEvent> events, String author, String reason) {

    Change {
        events = List.copyOf(events);
    }

    /** Whether it says something about where the account is placed. */
    boolean moves() {
        return events.stream()
                .anyMatch(event -> event instanceof Placed
                        || event instanceof PlacementRetracted
                        || event instanceof Directed
                        || event instanceof DirectionRetracted
                        || event instanceof AppealGranted);
    }

    /** The version it makes of the account. */
    long version() {
        return before.version() + 1;
    }

    /**
     * The file it makes, whatever others change afterwards.
     *
     * @param recordedAt when it was recorded
     */
    AccountFile after(Instant recordedAt) {
        AccountFold fold = new AccountFold(before);
        for (int i = 0; i < events.size(); i++) {
            fold.add(new HistoryEntry(version(), i, recordedAt, author, reason, events.get(i)));
        }
        return fold.file();
    }

    String number() {
        return before.number().text();
    }
}
