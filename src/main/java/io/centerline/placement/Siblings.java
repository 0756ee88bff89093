package io.centerline.placement;

import io.centerline.rulebook.vocabulary.ReviewCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the decisions on importer numbers under one EIN. Placement is per importer number, so siblings may lie in
 * different Centers; a person should know when they do.
 */
public final class Siblings {
    private static final int MOST_NAMED = 5;

    private Siblings() {}

    /**
     * Adds the review {@link ReviewCode#SIBLING_DIFFERS} to every decision whose EIN has another number decided
     * differently: in another Center, pending or not eligible.
     *
     * @param decisions decisions made together, for one day and one for each importer number
     * @return the same decisions in the same order, with the review where it is due
     */
    public static List<Decision> compare(List<Decision> decisions) {
        Map<String, List<Decision>> families = new HashMap<>();
        for (Decision decision : decisions) {
            families.computeIfAbsent(root(decision), key -> new ArrayList<>(1)).add(decision);
        }
        return decisions.stream()
                .map(decision -> compare(decision, families.getOrDefault(root(decision), List.of())))
                .toList();
    }

    private static Decision compare(Decision decision, List<Decision> family) {
        List<String> others = family.stream()
                .filter(other -> !number(other).equals(number(decision))
                        && !other.outcome().code().equals(decision.outcome().code()))
                .map(Siblings::say)
                .sorted()
                .toList();
        return others.isEmpty() ? decision : reviewed(decision, others);
    }

    private static Decision reviewed(Decision decision, List<String> others) {
        int unnamed = Math.max(0, others.size() - MOST_NAMED);
        String message = "under the same EIN "
                + String.join(", ", others.subList(0, others.size() - unnamed))
                + (unnamed == 0 ? "" : ", and " + unnamed + " more differ");
        List<ReviewNote> reviews = new ArrayList<>(decision.reviews());
        reviews.removeIf(review -> review.code() == ReviewCode.SIBLING_DIFFERS);
        reviews.add(new ReviewNote(ReviewCode.SIBLING_DIFFERS, message));
        return new Decision(
                decision.facts(),
                decision.outcome(),
                decision.indicated(),
                reviews,
                decision.explanation(),
                decision.warnings(),
                decision.rules(),
                decision.rulebook());
    }

    private static String say(Decision decision) {
        Outcome outcome = decision.outcome();
        String masked = decision.facts().importer().number().masked();
        if (outcome instanceof Outcome.Placed placed) {
            return masked + " is placed in " + placed.center().title();
        }
        return masked + (outcome instanceof Outcome.Pending ? " is pending" : " is not eligible");
    }

    private static String root(Decision decision) {
        return decision.facts().importer().number().root();
    }

    private static String number(Decision decision) {
        return decision.facts().importer().number().text();
    }
}
