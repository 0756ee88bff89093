package io.centerline.placement;

import io.centerline.rulebook.vocabulary.ReviewCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        Map<String, List<Decision>> families = decisions.stream().collect(Collectors.groupingBy(Siblings::root));
        Map<String, Map<String, String>> differing = new HashMap<>();
        families.forEach((root, family) -> differing.put(root, differing(family)));
        return decisions.stream()
                .map(decision -> {
                    String others =
                            differing.getOrDefault(root(decision), Map.of()).get(code(decision));
                    return others == null ? decision : reviewed(decision, others);
                })
                .toList();
    }

    /** For each outcome of a family, what is decided otherwise in it; none where all are decided alike. */
    private static Map<String, String> differing(List<Decision> family) {
        Set<String> codes = family.stream().map(Siblings::code).collect(Collectors.toSet());
        if (codes.size() == 1
                || family.stream().map(Siblings::number).distinct().count() == 1) {
            return Map.of();
        }
        Map<String, String> differing = new HashMap<>();
        for (String code : codes) {
            List<String> others = family.stream()
                    .filter(other -> !code(other).equals(code))
                    .map(Siblings::say)
                    .sorted()
                    .toList();
            int unnamed = Math.max(0, others.size() - MOST_NAMED);
            differing.put(
                    code,
                    String.join(", ", others.subList(0, others.size() - unnamed))
                            + (unnamed == 0 ? "" : ", and " + unnamed + " more differ"));
        }
        return differing;
    }

    private static Decision reviewed(Decision decision, String others) {
        List<ReviewNote> reviews = new ArrayList<>(decision.reviews());
        reviews.removeIf(review -> review.code() == ReviewCode.SIBLING_DIFFERS);
        reviews.add(new ReviewNote(ReviewCode.SIBLING_DIFFERS, "under the same EIN " + others));
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

    private static String code(Decision decision) {
        return decision.outcome().code();
    }
}
