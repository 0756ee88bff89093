package io.centerline.application;

import io.centerline.accounts.AccountContended;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AccountStale;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.NotOnFile;
import io.centerline.accounts.VersionRequired;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.ImpactNeeded;
import io.centerline.activation.PastChanged;
import io.centerline.activation.RulebookUncertain;
import io.centerline.activation.TamperedRulebook;
import io.centerline.activation.UnknownRulebook;
import io.centerline.check.HistoryFinding;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.journal.IdempotencyConflict;
import io.centerline.journal.LogAltered;
import io.centerline.proposals.ApprovalNeeded;
import io.centerline.proposals.ProposalConflict;
import io.centerline.proposals.ProposalStale;
import io.centerline.proposals.UnknownProposal;
import io.centerline.rulebook.EvaluatorsDisagree;
import io.centerline.rulebook.RulebookException;
import io.centerline.store.StoreFault;
import io.centerline.store.StoreUnavailable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Why a use case did not do what it was asked.
 *
 * @param kind what sort of failure it is
 * @param detail what happened this time, for whoever asked
 * @param issues everything that is wrong with the input; null when the failure is not about input
 * @param retryAfter after how many seconds it is worth asking again; 0 when asking again does not help
 */
public record Failure(
        FailureKind kind, String detail, @Nullable List<Issue> issues, int retryAfter) {
    private static final Logger LOG = Logger.getLogger(Failure.class);
    private static final int RETRY_WHEN_AWAY = 5;

    public Failure {
        issues = issues == null ? null : List.copyOf(issues);
    }

    /** A failure that is not about input. */
    public static Failure of(FailureKind kind, String detail) {
        return new Failure(kind, detail, null, 0);
    }

    /** Input with issues, at least one. */
    public static Failure of(FailureKind kind, List<Issue> issues) {
        String detail = issues.size() == 1
                ? issues.get(0).message()
                : issues.size() + " issues; the first: " + issues.get(0).message();
        return new Failure(kind, detail, issues, 0);
    }

    /**
     * The failure that an exception stands for. An exception that is not ours is a fault of the program: it is logged under the
     * incident id that the failure names.
     */
    public static Failure of(Throwable thrown) {
        Throwable why = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (why instanceof RefusedException refused) {
            return refused.failure();
        }
        Failure known = ofInput(why);
        known = known == null ? ofRulebooks(why) : known;
        known = known == null ? ofProposals(why) : known;
        known = known == null ? ofStore(why) : known;
        return known == null ? incident(why) : known;
    }

    private static @Nullable Failure ofInput(Throwable why) {
        if (why instanceof ChangeRefused refused) {
            return of(FailureKind.ACCOUNT_CONFLICT, refused.issues());
        }
        if (why instanceof IdempotencyConflict) {
            return of(FailureKind.IDEMPOTENCY_CONFLICT, String.valueOf(why.getMessage()));
        }
        if (why instanceof AccountStale stale) {
            return of(FailureKind.ACCOUNT_CHANGED, changed(stale.current()));
        }
        if (why instanceof VersionRequired required) {
            return of(FailureKind.VERSION_NEEDED, required.getMessage() + "; " + required.advice());
        }
        if (why instanceof NotOnFile) {
            return of(FailureKind.NOT_FOUND, String.valueOf(why.getMessage()));
        }
        if (why instanceof AccountContended) {
            return new Failure(FailureKind.BUSY, String.valueOf(why.getMessage()), null, 1);
        }
        if (why instanceof BusyException busy) {
            return new Failure(FailureKind.BUSY, String.valueOf(why.getMessage()), null, busy.retryAfter());
        }
        return null;
    }

    private static String changed(AccountFile current) {
        return current.exists()
                ? "the account is at version " + current.version()
                        + ", not what the change expects; look at `current` and decide again"
                : "nothing is on file for the importer number; send `If-None-Match: *` to enter the account";
    }

    private static @Nullable Failure ofRulebooks(Throwable why) {
        if (why instanceof EvaluatorsDisagree) {
            UUID incident = UUID.randomUUID();
            LOG.errorf(why, "incident %s", incident);
            return of(
                    FailureKind.EVALUATORS_DISAGREE,
                    "nothing was decided and nothing recorded, because this is a fault of the program; incident "
                            + incident);
        }
        if (why instanceof RulebookUncertain) {
            return new Failure(FailureKind.RULEBOOK_UNCERTAIN, "nothing was decided: " + why.getMessage(), null, 1);
        }
        if (why instanceof UnknownRulebook) {
            return of(FailureKind.NOT_FOUND, why.getMessage() + "; `GET /v1/rulebooks` lists those that are");
        }
        if (why instanceof ActiveChanged) {
            return of(FailureKind.ACTIVE_CHANGED, String.valueOf(why.getMessage()));
        }
        if (why instanceof ImpactNeeded needed) {
            return of(FailureKind.IMPACT_NEEDED, needed.getMessage() + "; nothing was activated: " + needed.help());
        }
        if (why instanceof PastChanged changed) {
            return of(
                    FailureKind.PAST_CHANGED,
                    changed.findings().stream().map(Failure::issue).toList());
        }
        if (why instanceof TamperedRulebook) {
            return of(FailureKind.RULEBOOK_REFUSED, String.valueOf(why.getMessage()));
        }
        if (why instanceof RulebookException outgrown) {
            return of(
                    FailureKind.RULEBOOK_REFUSED,
                    "this version of the program does not take the stored rulebook: "
                            + outgrown.findings().get(0).message());
        }
        return null;
    }

    private static @Nullable Failure ofProposals(Throwable why) {
        if (why instanceof ApprovalNeeded needed) {
            return of(FailureKind.APPROVAL_NEEDED, needed.getMessage() + "; nothing was activated: " + needed.help());
        }
        if (why instanceof ProposalConflict) {
            return of(FailureKind.PROPOSAL_CONFLICT, String.valueOf(why.getMessage()));
        }
        if (why instanceof ProposalStale) {
            return of(FailureKind.PROPOSAL_CHANGED, why.getMessage() + "; look at `current` and decide again");
        }
        if (why instanceof UnknownProposal) {
            return of(FailureKind.NOT_FOUND, why.getMessage() + "; `GET /v1/proposals` lists those there are");
        }
        return null;
    }

    private static Issue issue(HistoryFinding found) {
        String example = found.example().isEmpty() ? "" : "; example: " + found.example();
        return new Issue(
                IssueCode.valueOf(found.code().name()),
                found.finding().place().toString(),
                found.finding().message() + example,
                found.finding().help() + "; to correct history, activate with a `correction` that says why");
    }

    private static @Nullable Failure ofStore(Throwable why) {
        if (why instanceof StoreUnavailable unavailable) {
            return new Failure(
                    FailureKind.UNAVAILABLE,
                    why.getMessage()
                            + "; try again, with the same `Idempotency-Key` where something was to be recorded",
                    null,
                    unavailable.retryAfter());
        }
        if (why instanceof LogAltered) {
            UUID incident = UUID.randomUUID();
            LOG.errorf("incident %s: the journal is not what its log signed: %s", incident, why.getMessage());
            return of(
                    FailureKind.JOURNAL_ALTERED,
                    why.getMessage() + "; keep your checkpoints and exports, and tell the operator; incident "
                            + incident);
        }
        if (why instanceof JdbiException && StoreFault.isOfTheDatabase(why)) {
            LOG.warnf("the database does not answer: %s", why.getMessage());
            return new Failure(
                    FailureKind.UNAVAILABLE, "the database does not answer; try again", null, RETRY_WHEN_AWAY);
        }
        return null;
    }

    private static Failure incident(Throwable bug) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(bug, "incident %s", incident);
        return incident(incident);
    }

    /** A fault of the program that the log knows under this id. */
    public static Failure incident(UUID incident) {
        return of(FailureKind.INTERNAL, "this is a fault of the program; incident " + incident);
    }
}
