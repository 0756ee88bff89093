package io.centerline.intake;

import io.centerline.facts.Issue;
import io.centerline.facts.ProtestFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What intake makes of a request to put protests together. */
public sealed interface ProtestRequest {

    /**
     * The request could be read.
     *
     * @param facts the facts; their account is null when the request says so and when it leaves it open
     * @param warnings things that did not stop the reading, in input order
     * @param leavesAccountOpen whether the request does not mention the account, so that what is on file is meant
     * @param kindAt where the request says what kind of party the importer is; null when it does not
     */
    record Accepted(
            ProtestFacts facts,
            List<Issue> warnings,
            boolean leavesAccountOpen,
            @Nullable String kindAt) implements ProtestRequest {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The request is refused.
     *
     * @param issues every issue, in input order, at least one
     */
    record Refused(List<Issue> issues) implements ProtestRequest {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
