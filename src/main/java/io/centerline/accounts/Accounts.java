package io.centerline.accounts;

import io.centerline.facts.Account;
import io.centerline.facts.ImporterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Accounts on file. Safe for any number of threads; every method asks the store and throws what JDBC and Jdbi throw. */
public final class Accounts {
    private static final int MOST_ATTEMPTS = 20;

    private final AccountStore store;

    /** Over a pool of read-committed connections to a database with the program's tables. */
    public Accounts(DataSource pool) {
        this.store = new AccountStore(pool);
    }

    /**
     * What is on file for an importer number as of a day, as known now; empty when nothing is in force that day. Numbers under
     * one EIN are different numbers.
     */
    public Optional<Account> onFile(ImporterNumber number, LocalDate asOf) {
        return onFile(number, asOf, Instant.MAX);
    }

    /**
     * What was on file for an importer number as of a day, as it was known at an instant.
     *
     * @param knownAt what was recorded later is left out
     */
    public Optional<Account> onFile(ImporterNumber number, LocalDate asOf, Instant knownAt) {
        List<Entry> history = store.history(number);
        return history.isEmpty()
                ? Optional.empty()
                : AccountFile.of(number, history, knownAt).on(asOf);
    }

    /** All that is on file for an importer number, as known now; a blank file when nothing is. */
    public AccountFile file(ImporterNumber number) {
        return file(number, Instant.MAX);
    }

    /** All that was on file for an importer number, as known at an instant; a blank file when nothing was. */
    public AccountFile file(ImporterNumber number, Instant knownAt) {
        return AccountFile.of(number, store.history(number), knownAt);
    }

    /** Everything ever recorded on an account, in its order; empty when nothing is on file. */
    public List<Entry> history(ImporterNumber number) {
        return store.history(number);
    }

    /**
     * The files of the other numbers under the same EIN, by number; of numbers of other formats none.
     *
     * @param knownAt what was recorded later is left out
     */
    public List<AccountFile> siblings(ImporterNumber number, Instant knownAt) {
        if (number.format() != ImporterNumber.Format.EIN) {
            return List.of();
        }
        return store.family(number.root()).stream()
                .filter(other -> !other.equals(number))
                .map(other -> file(other, knownAt))
                .filter(AccountFile::exists)
                .toList();
    }

    /**
     * Changes one account.
     *
     * @param expected what must be on file for the change to be made
     * @param author who makes it
     * @param reason why
     * @param amendment what to record, decided on what is on file; asked again when that changed meanwhile, unless the
     *     expectation is then broken
     * @return the file before and after the change; the same when there is nothing to record
     * @throws AccountStale when something else is on file than expected
     * @throws ChangeRefused when the amendment says so
     */
    public Changed change(
            ImporterNumber number, Expectation expected, String author, String reason, Amendment amendment) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            AccountFile before = file(number);
            expected.check(before);
            List<AccountEvent> events = amendment.of(before);
            if (events.isEmpty()) {
                return new Changed(before, before);
            }
            if (store.append(List.of(new Change(before, events, author, reason)))) {
                return new Changed(before, file(number));
            }
        }
        throw new AccountContended(number);
    }
}
