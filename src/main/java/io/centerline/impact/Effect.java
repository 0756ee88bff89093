package io.centerline.impact;

import io.centerline.facts.ImporterNumber;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a candidate does to one case.
 *
 * @param kind what the case asks
 * @param importer whom it is about
 * @param asOf the day both rulebooks were asked as of
 * @param before the answer of the present rulebook
 * @param after the answer of the candidate
 * @param causes the rules that make the difference; also for a case that stays where it is
 */
record Effect(
        CaseKind kind,
        ImporterNumber importer,
        LocalDate asOf,
        CaseAnswer before,
        CaseAnswer after,
        List<Cause> causes) {

    Effect {
        causes = List.copyOf(causes);
    }

    static Effect of(CaseKind kind, ImporterNumber importer, LocalDate asOf, CaseAnswer before, CaseAnswer after) {
        return new Effect(kind, importer, asOf, before, after, Causes.of(before, after));
    }

    /** Where the case belongs under the present rulebook, as {@link CaseAnswer#code} says it. */
    String from() {
        return before.code();
    }

    /** The same under the candidate. */
    String to() {
        return after.code();
    }

    /** Whether the case would go to another Center or office, or get another status. */
    boolean moved() {
        return !from().equals(to());
    }

    /** The reviews that only the candidate raises. */
    Set<ReviewCode> gained() {
        return without(after.reviews(), before.reviews());
    }

    /** The reviews that the candidate no longer raises. */
    Set<ReviewCode> lost() {
        return without(before.reviews(), after.reviews());
    }

    /** Whether anything a person acts on differs. */
    boolean touched() {
        return moved() || !before.reviews().equals(after.reviews());
    }

    private static Set<ReviewCode> without(Set<ReviewCode> codes, Set<ReviewCode> others) {
        Set<ReviewCode> rest = new TreeSet<>(codes);
        rest.removeAll(others);
        return rest;
    }
}
