package io.centerline.accounts;

import io.centerline.facts.Issue;
import java.util.List;

/** A change contradicts what is on file; nothing was recorded. */
public final class ChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    /**
     * A refusal.
     *
     * @param issues everything that speaks against the change, at least one
     */
    public ChangeRefused(List<Issue> issues) {
        super(issues.get(0).message(), null, false, false);
        this.issues = List.copyOf(issues);
    }

    /** Everything that speaks against the change. */
    public List<Issue> issues() {
        return issues;
    }
}
