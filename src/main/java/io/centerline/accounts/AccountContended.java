package io.centerline.accounts;

/** Accounts change so fast that a change which may be made on any version found no moment for itself. */
public final class AccountContended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AccountContended() {
        super("the account is being changed by others all the time", null, false, false);
    }
}
