package io.centerline.intake;

import io.centerline.facts.Issue;
import java.util.List;

/** What intake makes of a file of entry lines: one case for each importer, or every issue found and no case. */
public sealed interface FileIntake {

    /**
     * The whole file could be read.
     *
     * @param cases one for each importer, in order of first appearance; the warnings of a case are those of its rows
     */
    record Accepted(List<Intake.Accepted> cases) implements FileIntake {
        public Accepted {
            cases = List.copyOf(cases);
        }
    }

    /**
     * The whole file is refused.
     *
     * @param issues every issue, in file order, at least one
     */
    record Refused(List<Issue> issues) implements FileIntake {
        public Refused {
            issues = List.copyOf(issues);
            if (issues.isEmpty()) {
                throw new IllegalArgumentException("a refusal names at least one issue");
            }
        }
    }
}
