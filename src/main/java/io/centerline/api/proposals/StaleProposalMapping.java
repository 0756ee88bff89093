package io.centerline.api.proposals;

import io.centerline.api.Problem;
import io.centerline.application.Failure;
import io.centerline.application.RuleProposals;
import io.centerline.proposals.ProposalStale;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a review that expected another version of a proposal with what is on file. */
public final class StaleProposalMapping {
    private final RuleProposals proposals;

    StaleProposalMapping(RuleProposals proposals) {
        this.proposals = proposals;
    }

    @ServerExceptionMapper
    Response stale(ProposalStale stale) {
        return Problem.of(Failure.of(stale))
                .with(ProposalAnswer.of(stale.current(), proposals.active()))
                .response();
    }
}
