package io.centerline.accounts;

/**
 * What a change did to an account.
 *
 * @param before the file it was decided on; blank for a new account
 * @param after the file the change made, without what others changed afterwards; the same as before when it recorded nothing
 */
public record AccountChanged(AccountFile before, AccountFile after) {

    /** Whether the account is new. */
    public boolean entered() {
        return !before.exists() && after.exists();
    }
}
