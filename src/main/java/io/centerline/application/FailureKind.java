package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.util.List;

/** The kinds of failure a use case has; a door turns each into its own form, such as an HTTP status. */
public enum FailureKind {
    /** Facts cannot be read. */
    INVALID_FACTS,
    /** A request cannot be read, other than its facts. */
    INVALID_REQUEST,
    /** A rule folder cannot be read. */
    INVALID_RULES,
    /** A rule folder can be read and may not serve. */
    UNSOUND_RULES,
    /** Facts may not be given out unmasked. */
    UNMASKING_REFUSED,
    /** What is asked for does not exist. */
    NOT_FOUND,
    /** The facts of a decision were erased. */
    FACTS_ERASED,
    /** An idempotency key stands for another request. */
    IDEMPOTENCY_CONFLICT,
    /** Another rulebook is active than the one expected. */
    ACTIVE_CHANGED,
    /** An activation moves, or may move, more decisions than it may without an impact report. */
    IMPACT_NEEDED,
    /** An activation changes answers for past days and does not say that it corrects them. */
    PAST_CHANGED,
    /** An activation needs an approved proposal, or the one it quotes does not speak for it. */
    APPROVAL_NEEDED,
    /** What is asked of a proposal does not fit how it stands. */
    PROPOSAL_CONFLICT,
    /** A review expects another version of a proposal than the one on file. */
    PROPOSAL_CHANGED,
    /** A stored rulebook cannot serve. */
    RULEBOOK_REFUSED,
    /** A change contradicts what is on file. */
    ACCOUNT_CONFLICT,
    /** A change expects another version of an account than the one on file. */
    ACCOUNT_CHANGED,
    /** A change does not say which version of an account it is meant for. */
    VERSION_NEEDED,
    /** No rule says who handles an activity. */
    NOT_ROUTED,
    /** A decision places no importer. */
    NOT_A_PLACEMENT,
    /** A decision cannot be decided again. */
    NOT_REPLAYABLE,
    /** A request is larger than the service accepts. */
    TOO_LARGE,
    /** The database does not answer. */
    UNAVAILABLE,
    /** The service may not know which rulebook is active. */
    RULEBOOK_UNCERTAIN,
    /** The service has other work; the same request may succeed later. */
    BUSY,
    /** The two evaluators of the rules conclude different things. */
    EVALUATORS_DISAGREE,
    /** The journal is not what its log signed. */
    JOURNAL_ALTERED,
    /** A fault of the program. */
    INTERNAL;

    /** The kind of failure of facts with these issues. */
    public static FailureKind ofFacts(List<Issue> issues) {
        return issues.stream().anyMatch(issue -> issue.code() == IssueCode.TOO_MANY_LINES) ? TOO_LARGE : INVALID_FACTS;
    }
}
