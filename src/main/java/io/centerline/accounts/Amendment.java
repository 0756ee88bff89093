package io.centerline.accounts;

import io.centerline.facts.ImporterNumber;
import java.util.List;

/** Says what a change records. */
@FunctionalInterface
public interface Amendment {

    /**
     * What to record on an account; asked only when the change is not made yet, or its caller names the version on file; nothing when all is on file already.
     *
     * @param before what is on file
     * @throws ChangeRefused when the change contradicts what is on file
     */
    List<AccountEvent> of(AccountFile before);

    /**
     * Whether this very change was recorded before, whatever came after it. Such a repeated change records nothing, and so needs
     * no word about the version it is meant for. A request that names the version on file is no repetition: its caller has seen
     * what came after the first.
     *
     * @param before what is on file
     */
    default boolean isMade(AccountFile before) {
        return false;
    }

    /**
     * Whether this change may have been asked for before, when there was nothing to record, and was overtaken since. Then it is
     * made only for a caller who names the version on file.
     *
     * @param number the account
     * @param history all that is on file, in its order
     */
    default boolean mayBeRepeated(ImporterNumber number, List<HistoryEntry> history) {
        return false;
    }
}
