package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.facts.Intake;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account to reassess; either facts or a problem is there.
 *
 * @param line number of the line in the request
 * @param accepted the lines and evidence to decide on
 * @param problem what is wrong with the line
 */
record AskedReassessment(
        long line,
        Intake.@Nullable Accepted accepted,
        @Nullable Problem problem) {

    static AskedReassessment of(long line, Intake intake) {
        if (intake instanceof Intake.Refused refused) {
            return refused(line, Problem.invalid(Kind.ofFacts(refused.issues()), refused.issues()));
        }
        Intake.Accepted accepted = (Intake.Accepted) intake;
        return accepted.leavesAccountOpen()
                ? new AskedReassessment(line, accepted, null)
                : refused(
                        line,
                        Problem.invalid(
                                Kind.INVALID_FACTS,
                                List.of(new Issue(
                                        IssueCode.ACCOUNT_STATED,
                                        "/account",
                                        "the request states an account, and a reassessment takes it from the file",
                                        "leave `account` out; `POST /v1/placements` decides on an account that is"
                                                + " stated"))));
    }

    static AskedReassessment refused(long line, Problem problem) {
        return new AskedReassessment(line, null, problem);
    }
}
