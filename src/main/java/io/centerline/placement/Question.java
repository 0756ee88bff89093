package io.centerline.placement;

import io.centerline.facts.Account;
import io.centerline.facts.Facts;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is put to the placement rules: everything about a case but its lines, which enter as tallies.
 *
 * <p>The decision itself is asked of the engine. What-if questions about other tallies are read from the syntax tree,
 * which a property test holds to the engine's answers; what rules conclude that look at no tally is the same for all of them.
 */
final class Question {
    private final Edition edition;
    private final List<Object> standing;
    private final long notCounted;
    private @Nullable List<Conclusion> settled;

    Question(Edition edition, Facts facts, long notCounted) {
        this.edition = edition;
        this.notCounted = notCounted;
        this.standing = new ArrayList<>();
        standing.add(new Case(facts.asOf()));
        standing.add(facts.importer());
        standing.addAll(sorted(facts.evidence()));
        Account account = facts.account();
        if (account != null) {
            if (account.center() != null) {
                standing.add(account);
            }
            standing.addAll(sorted(account.directed()));
            standing.addAll(sorted(account.appeals()));
        }
    }

    /** The order received must not show in what a rule that did not fire is said to have found. */
    private static <T> List<T> sorted(List<T> facts) {
        return facts.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    /** The facts the rules match. */
    List<Object> facts(Tallies tallies) {
        List<Object> facts = new ArrayList<>(standing);
        facts.add(new Totals(tallies.total(), notCounted));
        facts.addAll(tallies.list());
        return facts;
    }

    /** Asks the engine. */
    List<Firing> ask(Tallies tallies) {
        return edition.place(facts(tallies));
    }

    /** What would be decided with other tallies. */
    Outcome wouldBe(Tallies tallies) {
        if (settled == null) {
            settled = conclusions(false, standing);
        }
        List<Conclusion> conclusions = new ArrayList<>(settled);
        conclusions.addAll(conclusions(true, facts(tallies)));
        return Ranking.outcome(conclusions);
    }

    /** What the rules that do, or do not, look at what was counted propose. */
    private List<Conclusion> conclusions(boolean counting, List<Object> facts) {
        Reasoner reasoner = new Reasoner(facts);
        List<Conclusion> conclusions = new ArrayList<>();
        for (Rule rule : edition.placementRules()) {
            if (!rule.isReview() && (rule.looksAt(Tally.class) || rule.looksAt(Totals.class)) == counting) {
                conclusions.addAll(reasoner.conclusions(rule));
            }
        }
        return conclusions;
    }
}
