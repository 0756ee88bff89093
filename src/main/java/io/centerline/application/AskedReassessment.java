package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.Intake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account to reassess; either facts or a failure is there.
 *
 * @param line number of the line in the request
 * @param accepted the lines and evidence to decide on
 * @param failure what is wrong with the line
 */
public record AskedReassessment(
        long line,
        Intake.@Nullable Accepted accepted,
        @Nullable Failure failure) {

    public static AskedReassessment of(long line, Intake intake) {
        if (intake instanceof Intake.Refused refused) {
            return refused(line, Failure.of(FailureKind.ofFacts(refused.issues()), refused.issues()));
        }
        Intake.Accepted accepted = (Intake.Accepted) intake;
        return accepted.leavesAccountOpen()
                ? new AskedReassessment(line, accepted, null)
                : refused(
                        line,
                        Failure.of(
                                FailureKind.INVALID_FACTS,
                                List.of(new Issue(
                                        IssueCode.ACCOUNT_STATED,
                                        "/account",
                                        "the request states an account, and a reassessment takes it from the file",
                                        "leave `account` out; `POST /v1/placements` decides on an account that is"
                                                + " stated"))));
    }

    public static AskedReassessment refused(long line, Failure failure) {
        return new AskedReassessment(line, null, failure);
    }
}
