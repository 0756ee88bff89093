package io.centerline.cli;

import io.centerline.facts.Issue;
import java.util.List;

/** Issues as text for the standard error. */
final class IssueText {
    private IssueText() {}

    /** How many issues, then each with code, place, message and help. */
    static String all(String subject, List<Issue> issues) {
        return listed(
                subject + " has " + issues.size() + (issues.size() == 1 ? " issue" : " issues")
                        + ", nothing was decided",
                issues);
    }

    /**
     * The issues of a file of which no row is left.
     *
     * @param rejected how many rows were rejected
     * @param first the issues of the first ones
     */
    static String allRejected(String subject, long rejected, List<Issue> first) {
        return listed(
                subject + " has " + rejected + (rejected == 1 ? " row" : " rows")
                        + (rejected > first.size()
                                ? ", all with faults, of which the first follow"
                                : ", all with faults")
                        + "; nothing was decided",
                first);
    }

    private static String listed(String head, List<Issue> issues) {
        StringBuilder text = new StringBuilder(head);
        for (Issue issue : issues) {
            text.append("\n\n").append(issue.code());
            if (!issue.pointer().isEmpty()) {
                text.append(" at ").append(issue.pointer());
            }
            text.append("\n  ").append(issue.message());
            if (!issue.help().isEmpty()) {
                text.append("\n  help: ").append(issue.help());
            }
        }
        return text.toString();
    }
}
