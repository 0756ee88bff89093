package io.centerline.intake;

import io.centerline.facts.Facts;
import io.centerline.facts.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What intake makes of a request: either readable facts with warnings, or every issue found.
 */
public sealed interface Intake {

    /**
     * The request could be read.
     *
     * @param facts the facts
     * @param warnings things that did not stop the reading, in input order
     * @param leavesAccountOpen whether the request does not mention the account, so that what is on file is meant
     * @param kindAt where the request says what kind of party the importer is; null when it does not
     */
    record Accepted(
            Facts facts,
            List<Issue> warnings,
            boolean leavesAccountOpen,
            @Nullable String kindAt) implements Intake {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The request is refused.
     *
     * @param issues every issue, in input order, at least one
     */
    record Refused(List<Issue> issues) implements Intake {
        public Refused {
            issues = List.copyOf(issues);
            if (issues.isEmpty()) {
                throw new IllegalArgumentException("a refusal names at least one issue");
            }
        }
    }
}
