package io.centerline.accounts;

/** What must be on file for a change to be made. */
public sealed interface Expectation {

    /** Throws unless the file is as expected. */
    void check(AccountFile file);

    /** Whatever there is. */
    record Anything() implements Expectation {
        @Override
        public void check(AccountFile file) {
            // Nothing is asked.
        }
    }

    /** Something, whatever it is. */
    record Something() implements Expectation {
        @Override
        public void check(AccountFile file) {
            if (!file.exists()) {
                throw new AccountStale(file);
            }
        }
    }

    /** Nothing. */
    record Nothing() implements Expectation {
        @Override
        public void check(AccountFile file) {
            if (file.exists()) {
                throw new AccountStale(file);
            }
        }
    }

    /** Exactly what a version is, from 1. */
    record Version(long version) implements Expectation {
        @Override
        public void check(AccountFile file) {
            if (file.version() != version) {
                throw new AccountStale(file);
            }
        }
    }

    /** That whoever changes an account says which version they saw; only a new account needs no such word. */
    record Unsaid() implements Expectation {
        @Override
        public void check(AccountFile file) {
            if (file.exists()) {
                throw new VersionRequired();
            }
        }
    }
}
