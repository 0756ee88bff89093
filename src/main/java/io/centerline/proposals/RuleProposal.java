package io.centerline.proposals;

import java.time.Instant;

/**
 * A rulebook that somebody proposes to activate.
 *
 * @param number its place among all proposals, from 1 without gaps
 * @param asked what was asked for
 * @param base hash of the rulebook that was active then
 * @param at when, by the database's clock
 * @param change what it changes
 */
public record RuleProposal(long number, ProposalRequest asked, String base, Instant at, ProposedChange change) {

    /** The hash of the rulebook that is proposed. */
    public String rulebook() {
        return asked.rulebook();
    }
}
