package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.journal.IdempotencyKey;
import io.centerline.placement.Placement.Explain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a decision that is recorded unless it says otherwise.
 *
 * @param body what is to be decided, as JSON
 * @param detail how much explanation is wanted
 * @param keep whether the decision is recorded
 * @param key makes a repeated request return the first decision; null without one, and when nothing is kept
 * @param issues what a door found wrong with the rest of the request; answered together with what is wrong with the body
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record DecisionRequest(
        byte[] body, Explain detail, boolean keep, @Nullable IdempotencyKey key, List<Issue> issues) {
    public DecisionRequest {
        issues = List.copyOf(issues);
    }

    /**
     * The refusal of this request.
     *
     * @param kind the kind of failure
     * @param found what is wrong with the body
     */
    RefusedException refused(FailureKind kind, List<Issue> found) {
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(found);
        return new RefusedException(kind, all);
    }
}
