package io.centerline.accounts;

import java.util.List;

/** Says what a change records. */
@FunctionalInterface
public interface Amendment {

    /**
     * What to record on an account; nothing when all is on file already.
     *
     * @param before what is on file
     * @throws ChangeRefused when the change contradicts what is on file
     */
    List<AccountEvent> of(AccountFile before);

    /**
     * Whether this very change was recorded before, whatever came after it. Such a repeated change records nothing, and so needs
     * no word about the version it is meant for.
     *
     * @param before what is on file
     */
    default boolean isMade(AccountFile before) {
        return false;
    }
}
