package io.centerline.accounts;

/** Something else is on file than the change expected. */
public final class AccountStale extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AccountFile current;

    AccountStale(AccountFile current) {
        super("something else is on file than the change expected", null, false, false);
        this.current = current;
    }

    /** What is on file; blank when nothing is. */
    public AccountFile current() {
        return current;
    }
}
