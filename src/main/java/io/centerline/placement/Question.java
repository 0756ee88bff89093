package io.centerline.placement;

import io.centerline.facts.Account;
import io.centerline.facts.Facts;
import io.centerline.placement.Forecast.Readings;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is put to the placement rules: everything about a case but its lines, which enter as tallies.
 *
 * <p>The decision itself is asked of both evaluators. What-if questions about other tallies are read from the syntax
 * tree alone. What rules conclude that look at no tally is the same for all of
 * them, and a rule on a basis weaker than such a conclusion's cannot change the outcome.
 */
final class Question {
    private final Edition edition;
    private final List<Object> standing;
    private final SetAside setAside;
    private final Window window;
    private @Nullable WhatIf whatIf;

    Question(Edition edition, Facts facts, Window window, SetAside setAside) {
        this.edition = edition;
        this.window = window;
        this.setAside = setAside;
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
        return facts(tallies, setAside);
    }

    private List<Object> facts(Tallies tallies, SetAside setAside) {
        List<Object> facts =
                new ArrayList<>(standing.size() + 1 + tallies.list().size());
        facts.addAll(standing);
        facts.add(new Totals(
                tallies.total(), setAside.all(), setAside.unclearGoods(), setAside.versions(), window.from()));
        facts.addAll(tallies.list());
        return facts;
    }

    /** Asks the engine. */
    List<Firing> ask(Tallies tallies) {
        return edition.place(facts(tallies));
    }

    /** What would be decided with other tallies. */
    Outcome wouldBe(Tallies tallies) {
        return wouldBe(tallies, setAside);
    }

    /** What would be decided with other tallies and other lines that do not vote. */
    Outcome wouldBe(Tallies tallies, SetAside setAside) {
        return whatIf().decide(new Reasoner(facts(tallies, setAside)));
    }

    /** What would be concluded on the outcome with more lines in a Center. */
    Forecast forecast(Tallies tallies, Center center, Readings readings) {
        return new Forecast(whatIf().counting, whatIf().settled, tallies, center, this::facts, readings);
    }

    /** What the count alone would say with more lines in a Center: the conclusions on predominance. */
    Forecast forecastOfCount(Tallies tallies, Center center, Readings readings) {
        List<Rule> counting = edition.placementRules().stream()
                .filter(rule -> !rule.isReview() && rule.basis().equals(Optional.of(Basis.PREDOMINANCE)))
                .toList();
        return new Forecast(counting, List.of(), tallies, center, this::facts, readings);
    }

    /** Everything the rules would conclude with other tallies and other lines that do not vote. */
    List<Conclusion> conclusions(Tallies tallies, SetAside setAside) {
        Reasoner reasoner = new Reasoner(facts(tallies, setAside));
        return edition.placementRules().stream()
                .flatMap(rule -> reasoner.conclusions(rule).stream())
                .toList();
    }

    private WhatIf whatIf() {
        if (whatIf == null) {
            whatIf = new WhatIf();
        }
        return whatIf;
    }

    /** What is the same whatever the tallies are, and the rules that can still make a difference. */
    private final class WhatIf {
        private final List<Conclusion> settled = new ArrayList<>();
        private final List<Rule> counting = new ArrayList<>();
        private final Outcome withoutCount;

        WhatIf() {
            Reasoner reasoner = new Reasoner(standing);
            for (Rule rule : edition.placementRules()) {
                if (rule.isReview()) {
                    continue;
                }
                if (rule.looksAt(Tally.class) || rule.looksAt(Totals.class)) {
                    counting.add(rule);
                } else {
                    settled.addAll(reasoner.conclusions(rule));
                }
            }
            withoutCount = Ranking.outcome(settled);
            Basis strongest = Ranking.strongest(settled);
            if (strongest != null) {
                counting.removeIf(rule -> rule.basis()
                        .filter(basis -> basis.compareTo(strongest) > 0)
                        .isPresent());
            }
        }

        Outcome decide(Reasoner reasoner) {
            if (counting.isEmpty()) {
                return withoutCount;
            }
            List<Conclusion> conclusions = new ArrayList<>(settled);
            counting.forEach(rule -> conclusions.addAll(reasoner.conclusions(rule)));
            return Ranking.outcome(conclusions);
        }
    }
}
