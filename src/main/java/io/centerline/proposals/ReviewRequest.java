package io.centerline.proposals;

import java.util.List;

/**
 * What a person wants to say of a proposal.
 *
 * @param verdict what they say
 * @param reviewer who they are
 * @param comment why; empty when an approval says nothing
 * @param comments what they say of single lines
 */
public record ReviewRequest(ReviewVerdict verdict, String reviewer, String comment, List<LineComment> comments) {
    public ReviewRequest {
        comments = List.copyOf(comments);
    }
}
