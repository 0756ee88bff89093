package io.centerline.proposals;

import java.time.Instant;

/**
 * What was said of a proposal.
 *
 * @param number its place among all reviews
 * @param proposal number of the proposal
 * @param version the version of the proposal that it made, from 2
 * @param said what was said, and by whom
 * @param at when, by the database's clock
 */
public record ProposalReview(long number, long proposal, long version, ReviewRequest said, Instant at) {

    /** Names it among all reviews in the log. */
    String ref() {
        return proposal + "/" + version;
    }
}
