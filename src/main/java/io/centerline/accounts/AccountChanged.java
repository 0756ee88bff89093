package io.centerline.accounts;

/**
 * What a change did to an account.
 *
 * @param before the file it was decided on; blank for a new account
 * @param after what is on file now
 */
public record AccountChanged(AccountFile before, AccountFile after) {

    /** Whether the account is new. */
    public boolean entered() {
        return !before.exists() && after.exists();
    }
}
