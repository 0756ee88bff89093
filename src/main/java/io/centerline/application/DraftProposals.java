package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.impact.runs.CaseSelection;
import io.centerline.proposals.ProposalConflict;
import io.centerline.proposals.ProposalRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a draft out of the workbench: stores it as a rulebook, asks whom it would move, and proposes it. */
@Singleton
public final class DraftProposals {
    private final Drafts drafts;
    private final RulebookUploads uploads;
    private final ImpactReports reports;
    private final RuleProposals proposals;

    DraftProposals(Drafts drafts, RulebookUploads uploads, ImpactReports reports, RuleProposals proposals) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.reports = reports;
        this.proposals = proposals;
    }

    /**
     * Stores a draft as a rulebook, and starts its impact report over the journal.
     *
     * @return the id of the run
     * @throws RefusedException with every error of the check when it is not sound
     * @throws BusyException when other rulebooks are being checked or compared
     */
    public UUID measure(DraftFolder folder, String author) {
        String hash = store(folder, author);
        UUID run = reports.start(hash, CaseSelection.ALL).run().id();
        drafts.keep(folder.draft().id(), hash, run);
        return run;
    }

    /**
     * Stores a draft as a rulebook, and proposes it with the impact report that was asked for last, if it is about the same.
     *
     * @param correction why answers for past days may change; null when nobody says that they may
     * @return the number of the proposal
     * @throws RefusedException when it is not sound, or proposed already
     * @throws BusyException when other rulebooks are being checked
     */
    public long propose(DraftFolder folder, String author, String reason, @Nullable String correction) {
        String hash = store(folder, author);
        UUID impact = folder.draft().impact();
        boolean same = impact != null
                && reports.find(impact)
                        .filter(report -> report.run().candidate().equals(hash)
                                && report.run().baseline().equals(folder.active()))
                        .isPresent();
        try {
            long number = proposals
                    .propose(new ProposalRequest(
                            hash, author, reason, folder.draft().id().toString(), correction, same ? impact : null))
                    .proposal()
                    .number();
            drafts.keep(folder.draft().id(), hash, null);
            return number;
        } catch (ProposalConflict conflict) {
            throw new RefusedException(FailureKind.PROPOSAL_CONFLICT, String.valueOf(conflict.getMessage()));
        }
    }

    private String store(DraftFolder folder, String author) {
        if (folder.changed().isEmpty()) {
            throw refused("the draft changes nothing", "change a file, or make a change by form");
        }
        if (folder.overtaken()) {
            throw refused(
                    "another rulebook serves than the one that the draft stands on, and the draft would undo it",
                    "carry the draft over first");
        }
        return uploads.store(folder.folder(), author).stored().hash();
    }

    private static RefusedException refused(String message, String help) {
        return new RefusedException(
                FailureKind.INVALID_REQUEST, List.of(new Issue(IssueCode.VALUE_UNKNOWN, "", message, help)));
    }
}
