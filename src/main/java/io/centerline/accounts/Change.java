package io.centerline.accounts;

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

    String number() {
        return before.number().text();
    }
}
