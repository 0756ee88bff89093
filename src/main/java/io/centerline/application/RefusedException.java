package io.centerline.application;

import io.centerline.facts.Issue;
import java.util.List;

/** Ends a use case with a failure that whoever asked can understand. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** Ends with a failure. */
    public RefusedException(Failure failure) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
    }

    /** Ends with a failure that is not about input. */
    public RefusedException(FailureKind kind, String detail) {
        this(Failure.of(kind, detail));
    }

    /** Ends since input has issues, at least one. */
    public RefusedException(FailureKind kind, List<Issue> issues) {
        this(Failure.of(kind, issues));
    }

    /** Ends when anything is wrong with the request. */
    public static void ifAny(List<Issue> issues) {
        if (!issues.isEmpty()) {
            throw new RefusedException(FailureKind.INVALID_REQUEST, issues);
        }
    }

    public Failure failure() {
        return failure;
    }
}
