package io.centerline.check;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says where the intervals of one id leave days between them. */
final class IntervalProof {
    private IntervalProof() {}

    static void check(List<Rule> rules, RuleTexts texts, Diagnostics diagnostics) {
        rules.stream()
                .collect(Collectors.groupingBy(Rule::id, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(same -> holes(
                        same.stream()
                                .sorted(Comparator.comparing(
                                        (Rule rule) -> rule.inForce().from()))
                                .toList(),
                        texts,
                        diagnostics));
    }

    private static void holes(List<Rule> sorted, RuleTexts texts, Diagnostics diagnostics) {
        // Of the rules that began before, the one that ends last says from when on none is in force.
        Rule earlier = sorted.get(0);
        for (Rule later : sorted.subList(1, sorted.size())) {
            LocalDate first = earlier.inForce().until().plusDays(1);
            if (first.isBefore(later.inForce().from())) {
                InForce hole = new InForce(first, later.inForce().from().minusDays(1));
                Finding finding = texts.atInterval(
                        later,
                        "no rule `" + later.id() + "` is in force " + hole.words(),
                        "begin on " + first + ", or give the later rule an id of its own");
                diagnostics.add(DiagnosticCode.ID_NOT_IN_FORCE, finding, List.of(earlier.place()), first.toString());
            }
            if (later.inForce().until().isAfter(earlier.inForce().until())) {
                earlier = later;
            }
        }
    }
}
