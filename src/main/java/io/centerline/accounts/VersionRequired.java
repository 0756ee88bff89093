package io.centerline.accounts;

/** An account on file is to be changed by someone who does not say which version they saw. */
public final class VersionRequired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VersionRequired() {
        super("the account is on file, and the change does not say which version of it is meant", null, false, false);
    }
}
