package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.facts.Issue;
import java.util.List;

/** Ends a request with a problem. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** Refuses the request when anything is wrong with it. */
    static void ifAny(List<Issue> issues) {
        if (!issues.isEmpty()) {
            throw new RefusedException(Problem.invalid(Kind.INVALID_REQUEST, issues));
        }
    }

    Problem problem() {
        return problem;
    }
}
