package io.centerline.cli;

import io.centerline.facts.Issue;
import java.util.List;

/** Issues as text for the standard error. */
final class IssueText {
    private IssueText() {}

    /** How many issues, then each with code, place, message and help. */
    static String all(String subject, List<Issue> issues) {
        StringBuilder text = new StringBuilder(subject + " has " + issues.size()
                + (issues.size() == 1 ? " issue" : " issues") + ", nothing was decided");
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
