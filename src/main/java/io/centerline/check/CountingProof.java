package io.centerline.check;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Counting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proves that on every day exactly one rule says what is counted. */
final class CountingProof {
    private static final String HELP = "keep one rule in force that inserts `Counting(measure, months)`";

    private final RuleTexts texts;
    private final Diagnostics diagnostics;
    private final List<Rule> counting;

    CountingProof(RuleTexts texts, Diagnostics diagnostics, List<Rule> rules) {
        this.texts = texts;
        this.diagnostics = diagnostics;
        this.counting =
                rules.stream().filter(rule -> rule.stage() == Stage.COUNTING).toList();
    }

    void check(List<InForce> periods) {
        Map<List<Rule>, List<InForce>> faulty = new LinkedHashMap<>();
        for (InForce days : periods) {
            Reasoner reasoner = new Reasoner(List.of(new Case(days.from())));
            List<Rule> policies = new ArrayList<>();
            for (Rule rule : counting) {
                reasoner.matches(rule, (conclusion, values) -> {
                    if (rule.inForce().contains(days.from()) && conclusion instanceof Counting) {
                        policies.add(rule);
                    }
                });
            }
            if (policies.size() != 1) {
                faulty.computeIfAbsent(policies, key -> new ArrayList<>()).add(days);
            }
        }
        faulty.forEach((policies, days) -> {
            String day = days.get(0).from().toString();
            if (policies.isEmpty()) {
                diagnostics.add(
                        DiagnosticCode.COUNTING_POLICY,
                        missing("no rule says what is counted " + Days.text(days), days.get(0)),
                        List.of(),
                        day);
            } else {
                Rule second = policies.get(1);
                String ids = String.join(
                        ", ", policies.stream().map(rule -> rule.id().text()).toList());
                diagnostics.add(
                        DiagnosticCode.COUNTING_POLICY,
                        texts.atName(
                                second,
                                policies.size() + " rules say what is counted " + Days.text(days) + ": " + ids,
                                HELP),
                        policies.stream()
                                .filter(rule -> rule != second)
                                .map(Rule::place)
                                .toList(),
                        day);
            }
        });
    }

    /** At a rule that says so on other days, else where such a rule would stand. */
    private Finding missing(String message, InForce days) {
        Case someDay = new Case(days.from());
        List<Rule> elsewhere = new ArrayList<>();
        for (Rule rule : counting) {
            new Reasoner(List.of(someDay)).matches(rule, (conclusion, values) -> {
                if (conclusion instanceof Counting) {
                    elsewhere.add(rule);
                }
            });
        }
        return elsewhere.stream()
                .min(Comparator.comparing(Rule::place))
                .map(rule -> texts.atInterval(rule, message, HELP))
                .orElseGet(() -> counting.stream()
                        .min(Comparator.comparing(Rule::place))
                        .map(rule -> texts.atName(rule, message, HELP))
                        .orElseGet(() ->
                                texts.finding(new SourcePlace("rules/counting/counting.drl", 1, 1), 1, message, HELP)));
    }
}
