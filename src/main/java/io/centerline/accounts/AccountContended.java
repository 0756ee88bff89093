package io.centerline.accounts;

import io.centerline.facts.ImporterNumber;

/** An account changes so fast that a change which may be made on any version found no moment for itself. */
public final class AccountContended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountContended(ImporterNumber number) {
        super("the account " + number.masked() + " is being changed by others all the time", null, false, false);
    }
}
