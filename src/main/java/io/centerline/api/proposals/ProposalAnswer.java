package io.centerline.api.proposals;

import io.centerline.proposals.ProposalFile;
import io.centerline.proposals.ProposalRequest;
import io.centerline.proposals.ProposalReview;
import io.centerline.proposals.ProposedChange;
import io.centerline.proposals.RuleProposal;
import io.centerline.text.Echo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as answers show it.
 *
 * @param number its place among all proposals, from 1
 * @param rulebook hash of the rulebook that is proposed
 * @param base hash of the rulebook that was active then
 * @param state OPEN, RETURNED, APPROVED, WITHDRAWN, ACTIVATED or OVERTAKEN
 * @param version 1 when it is new, and one more with each review
 * @param author who proposed it
 * @param reason why
 * @param at when, with zone
 * @param draft id of the draft it came from; null when it came from none
 * @param correction why answers for past days may change; null when nobody says that they may
 * @param impact id of the report on whom it would move; null when none was asked for
 * @param check what the check counted
 * @param differences what became of each rule
 * @param movedNumbers how many numbers of the schedule change their Center
 * @param pastChanges in how many places answers for past days change
 * @param reviews what was said, in order
 * @param activation number of the first activation that quotes it; null when none does
 */
public record ProposalAnswer(
        long number,
        String rulebook,
        String base,
        String state,
        long version,
        String author,
        String reason,
        String at,
        @Nullable String draft,
        @Nullable String correction,
        @Nullable UUID impact,
        ProposedChange.CheckCount check,
        List<ProposedChange.RuleDifference> differences,
        int movedNumbers,
        int pastChanges,
        List<Review> reviews,
        @Nullable Long activation) {

    /**
     * What was said of it.
     *
     * @param version the version of the proposal that it made
     * @param verdict APPROVED, RETURNED or WITHDRAWN
     * @param reviewer who said it
     * @param comment why; empty when an approval says nothing
     * @param comments what was said of single lines
     * @param at when, with zone
     */
    public record Review(
            long version, String verdict, String reviewer, String comment, List<Comment> comments, String at) {

        static Review of(ProposalReview review) {
            return new Review(
                    review.version(),
                    review.said().verdict().name(),
                    Echo.shown(review.said().reviewer()),
                    Echo.shown(review.said().comment()),
                    review.said().comments().stream()
                            .map(one -> new Comment(Echo.shown(one.file()), one.line(), Echo.shown(one.text())))
                            .toList(),
                    review.at().toString());
        }
    }

    /**
     * What was said of a line.
     *
     * @param file path in the rule folder
     * @param line from 1
     * @param text what was said
     */
    public record Comment(String file, int line, String text) {}

    /**
     * A proposal in a list.
     *
     * @param number its place among all proposals, from 1
     * @param rulebook hash of the rulebook that is proposed
     * @param base hash of the rulebook that was active then
     * @param state as above
     * @param version as above
     * @param author who proposed it
     * @param reason why
     * @param at when, with zone
     * @param impact id of the report on whom it would move; null when none was asked for
     * @param movedNumbers how many numbers of the schedule change their Center
     * @param activation number of the first activation that quotes it; null when none does
     */
    public record Line(
            long number,
            String rulebook,
            String base,
            String state,
            long version,
            String author,
            String reason,
            String at,
            @Nullable UUID impact,
            int movedNumbers,
            @Nullable Long activation) {

        static Line of(ProposalFile file, String active) {
            RuleProposal proposal = file.proposal();
            return new Line(
                    proposal.number(),
                    proposal.rulebook(),
                    proposal.base(),
                    file.state(active).name(),
                    file.version(),
                    Echo.shown(proposal.asked().author()),
                    Echo.shown(proposal.asked().reason()),
                    proposal.at().toString(),
                    proposal.asked().impact(),
                    proposal.change().movedNumbers(),
                    file.activation());
        }
    }

    /** With the hash of the rulebook that is active, by which it is told how the proposal stands. */
    static ProposalAnswer of(ProposalFile file, String active) {
        RuleProposal proposal = file.proposal();
        ProposalRequest asked = proposal.asked();
        return new ProposalAnswer(
                proposal.number(),
                proposal.rulebook(),
                proposal.base(),
                file.state(active).name(),
                file.version(),
                Echo.shown(asked.author()),
                Echo.shown(asked.reason()),
                proposal.at().toString(),
                shown(asked.draft()),
                shown(asked.correction()),
                asked.impact(),
                proposal.change().check(),
                proposal.change().differences(),
                proposal.change().movedNumbers(),
                proposal.change().pastChanges(),
                file.reviews().stream().map(Review::of).toList(),
                file.activation());
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : Echo.shown(text);
    }
}
