package io.centerline.impact;

import io.centerline.placement.Decision;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a candidate does to one case.
 *
 * @param before the decision under the present rulebook
 * @param after the decision under the candidate
 * @param causes the rules that make the difference; also for a case that stays where it is
 */
record Effect(Decision before, Decision after, List<Cause> causes) {

    Effect {
        causes = List.copyOf(causes);
    }

    static Effect of(Decision before, Decision after) {
        return new Effect(before, after, Causes.of(before, after));
    }

    /** Code of the Center under the present rulebook, {@code PNDING} or {@code NOTELG}. */
    String from() {
        return before.outcome().code();
    }

    /** The same under the candidate. */
    String to() {
        return after.outcome().code();
    }

    /** Whether the importer would get another Center or another status. */
    boolean moved() {
        return !from().equals(to());
    }

    /** The reviews that only the candidate raises. */
    Set<ReviewCode> gained() {
        return without(codes(after), codes(before));
    }

    /** The reviews that the candidate no longer raises. */
    Set<ReviewCode> lost() {
        return without(codes(before), codes(after));
    }

    /** Whether anything a person acts on differs. */
    boolean touched() {
        return moved() || !codes(before).equals(codes(after));
    }

    private static Set<ReviewCode> codes(Decision decision) {
        Set<ReviewCode> codes = new TreeSet<>();
        decision.reviews().forEach(review -> codes.add(review.code()));
        return codes;
    }

    private static Set<ReviewCode> without(Set<ReviewCode> codes, Set<ReviewCode> others) {
        Set<ReviewCode> rest = new TreeSet<>(codes);
        rest.removeAll(others);
        return rest;
    }
}
