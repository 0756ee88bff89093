package io.centerline.intake.rows;

import io.centerline.facts.Issue;
import io.centerline.intake.Intake;
import java.util.List;

/** What intake makes of a file of entry lines: one case for each importer, or why the file is refused. */
public sealed interface FileIntake {

    /**
     * The file could be read.
     *
     * @param cases one for each importer, in order of first appearance; the warnings of a case are those of its rows
     * @param reading how it was read, and what became of every row
     */
    record Accepted(List<Intake.Accepted> cases, FileReading reading) implements FileIntake {
        public Accepted {
            cases = List.copyOf(cases);
        }
    }

    /**
     * The whole file is refused.
     *
     * @param issues every issue, row by row, at least one
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
