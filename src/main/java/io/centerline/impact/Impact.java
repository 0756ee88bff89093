package io.centerline.impact;

import io.centerline.facts.Facts;
import io.centerline.intake.Intake;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a candidate rulebook would do to cases that were decided, or could have been, under another. Does not depend on
 * the order in which cases were asked.
 *
 * @param before hash of the present rulebook
 * @param after hash of the candidate
 * @param cases how many cases were asked under both
 * @param moved how many of them would go to another Center or office, or get another status
 * @param routings how many of the cases are routings; the others are placements
 * @param movedRoutings how many of the routings would move
 * @param touched how many would move or get other reviews
 * @param gaining how many would get a review they do not have
 * @param losing how many would lose a review they have
 * @param passages the moves by where from and where to
 * @param byRule how many touched cases each pair of rules had a part in, by {@link Cause#rules()}
 * @param reviews the reviews that differ, by code
 * @param undecided how many cases could not be asked, beside {@code cases}
 * @param firstUndecided the first of them
 * @param examples the first touched cases, those that move before the others
 */
public record Impact(
        String before,
        String after,
        long cases,
        long moved,
        long routings,
        long movedRoutings,
        long touched,
        long gaining,
        long losing,
        SortedMap<Passage, Long> passages,
        SortedMap<String, Long> byRule,
        SortedMap<ReviewCode, ReviewChange> reviews,
        long undecided,
        List<Undecided> firstUndecided,
        List<Example> examples) {

    public Impact {
        passages = Collections.unmodifiableSortedMap(new TreeMap<>(passages));
        byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
        reviews = Collections.unmodifiableSortedMap(new TreeMap<>(reviews));
        firstUndecided = List.copyOf(firstUndecided);
        examples = List.copyOf(examples);
    }

    /**
     * A passage from one Center to another.
     *
     * @param from where a case belongs, as {@link Example#from} says it
     * @param to the same under the candidate
     */
    public record Passage(String from, String to) implements Comparable<Passage> {
        @Override
        public int compareTo(Passage other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    /**
     * How many cases a review comes to or goes from.
     *
     * @param gained cases on which only the candidate raises it
     * @param lost cases on which the candidate no longer raises it
     */
    public record ReviewChange(long gained, long lost) {
        ReviewChange plus(ReviewChange other) {
            return new ReviewChange(gained + other.gained, lost + other.lost);
        }
    }

    /**
     * Asks both rulebooks the cases of a file; every touched case is an example.
     *
     * @param cases their as-of dates are covered by both
     * @throws io.centerline.rulebook.RulebookException when a rulebook has no edition for a case
     */
    public static Impact of(Rulebook before, Rulebook after, List<Intake.Accepted> cases) {
        ImpactComparison comparison = new ImpactComparison(before, after);
        Figures figures = new Figures(Integer.MAX_VALUE);
        for (int i = 0; i < cases.size(); i++) {
            Facts facts = cases.get(i).facts();
            figures.ask(new CasePlace(i, ""), comparison, facts, facts.asOf());
        }
        return figures.impact(before.hash(), after.hash());
    }
}
