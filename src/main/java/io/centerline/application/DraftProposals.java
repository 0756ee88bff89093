package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.impact.runs.CaseSelection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Brings a draft out of the workbench: stores it as a rulebook, and asks whom it would move. */
@Singleton
public final class DraftProposals {
    private final Drafts drafts;
    private final RulebookUploads uploads;
    private final ImpactReports reports;

    DraftProposals(Drafts drafts, RulebookUploads uploads, ImpactReports reports) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.reports = reports;
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

    private String store(DraftFolder folder, String author) {
        if (folder.changed().isEmpty()) {
            throw new RefusedException(
                    FailureKind.INVALID_REQUEST,
                    List.of(new Issue(
                            IssueCode.VALUE_UNKNOWN,
                            "",
                            "the draft changes nothing",
                            "change a file, or make a change by form")));
        }
        return uploads.store(folder.folder(), author).stored().hash();
    }
}
