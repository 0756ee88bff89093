package io.centerline.accounts;

/** An account on file is to be changed by someone who does not say exactly enough which version they saw. */
public final class VersionRequired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    private VersionRequired(String message, String advice) {
        super(message, null, false, false);
        this.advice = advice;
    }

    /** The change says nothing of a version. */
    static VersionRequired unsaid() {
        return new VersionRequired(
                "the account is on file, and the change does not say which version of it is meant",
                "read it and send its `ETag` as the header `If-Match`, or `If-Match: *` to change whatever is there");
    }

    /** The change may be one that was asked for before, so that no other word than the version on file will do. */
    static VersionRequired repeated() {
        return new VersionRequired(
                "the change may repeat an earlier one and would undo what was recorded since",
                "read the account and send its `ETag` alone as the header `If-Match` to make the change on purpose");
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
