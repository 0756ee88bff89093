package io.centerline.accounts;

import java.util.Set;

/** What must be on file for a change to be made. */
public sealed interface Expectation {

    /** Throws unless the file is as expected. */
    void check(AccountFile file);

    /** Whether it is the version on file and no other. Only who has seen that version can say so. */
    default boolean names(AccountFile file) {
        return false;
    }

    /** Exactly what a version is, from 1. */
    static Expectation version(long version) {
        return new AnyOf(Set.of(version));
    }

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

    /** What one of several versions is. */
    record AnyOf(Set<Long> versions) implements Expectation {
        public AnyOf {
            versions = Set.copyOf(versions);
        }

        @Override
        public void check(AccountFile file) {
            if (!versions.contains(file.version())) {
                throw new AccountStale(file);
            }
        }

        @Override
        public boolean names(AccountFile file) {
            return versions.equals(Set.of(file.version()));
        }
    }

    /** None of several versions. That alone does not say which version of an account was seen. */
    record NoneOf(Set<Long> versions) implements Expectation {
        public NoneOf {
            versions = Set.copyOf(versions);
        }

        @Override
        public void check(AccountFile file) {
            if (versions.contains(file.version())) {
                throw new AccountStale(file);
            }
            new Unsaid().check(file);
        }
    }

    /** That whoever changes an account says which version they saw; only a new account needs no such word. */
    record Unsaid() implements Expectation {
        @Override
        public void check(AccountFile file) {
            if (file.exists()) {
                throw VersionRequired.unsaid();
            }
        }
    }
}
