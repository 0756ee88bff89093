package io.centerline.check;

import io.centerline.facts.Activity;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.language.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proves that from the first day on which the rules route, exactly one rule says who handles each activity. */
final class ActivityProof {
    private static final String HELP = "keep one rule in force that inserts `Handling(Office.…)` for the activity";
    private static final SourcePlace PLACE = new SourcePlace("rules/routing/activities.drl", 1, 1);

    private final RuleTexts texts;
    private final Diagnostics diagnostics;
    private final List<Rule> handling;
    private final boolean routes;

    ActivityProof(RuleTexts texts, Diagnostics diagnostics, List<Rule> rules) {
        this.texts = texts;
        this.diagnostics = diagnostics;
        this.handling = rules.stream().filter(Rule::handles).toList();
        this.routes = rules.stream().anyMatch(rule -> rule.stage() == Stage.ROUTING);
    }

    /** Says nothing of a rulebook without rules of routing, which decides placements only. */
    void check(List<InForce> periods) {
        if (!routes) {
            return;
        }
        List<InForce> routed = periods.stream()
                .filter(days -> handling.isEmpty()
                        || handling.stream()
                                .anyMatch(rule -> !rule.inForce().from().isAfter(days.from())))
                .toList();
        for (Activity activity : Activity.values()) {
            Map<List<Rule>, List<InForce>> faulty = new LinkedHashMap<>();
            for (InForce days : routed) {
                List<Rule> found = handling.stream()
                        .filter(rule -> rule.inForce().contains(days.from())
                                && rule.activity().filter(activity::equals).isPresent())
                        .sorted(Comparator.comparing(Rule::place))
                        .toList();
                if (found.size() != 1) {
                    faulty.computeIfAbsent(found, key -> new ArrayList<>()).add(days);
                }
            }
            faulty.forEach((rules, days) -> say(activity, rules, days));
        }
    }

    private void say(Activity activity, List<Rule> rules, List<InForce> days) {
        String day = days.get(0).from().toString();
        if (rules.isEmpty()) {
            diagnostics.add(
                    DiagnosticCode.ACTIVITY_UNSETTLED,
                    handling.stream()
                            .filter(rule ->
                                    rule.activity().filter(activity::equals).isPresent())
                            .min(Comparator.comparing(Rule::place))
                            .map(rule -> texts.atInterval(rule, nobody(activity, days), HELP))
                            .orElseGet(() -> texts.finding(place(), 1, nobody(activity, days), HELP)),
                    List.of(),
                    day);
            return;
        }
        Rule second = rules.get(1);
        String ids =
                String.join(", ", rules.stream().map(rule -> rule.id().text()).toList());
        diagnostics.add(
                DiagnosticCode.ACTIVITY_UNSETTLED,
                texts.atName(
                        second,
                        rules.size() + " rules say who handles " + activity + " " + Days.text(days) + ": " + ids,
                        HELP),
                rules.stream().filter(rule -> rule != second).map(Rule::place).toList(),
                day);
    }

    private static String nobody(Activity activity, List<InForce> days) {
        return "no rule says who handles " + activity + " " + Days.text(days);
    }

    /** The file in which such a rule would stand. */
    private SourcePlace place() {
        return handling.stream()
                .map(rule -> new SourcePlace(rule.place().file(), 1, 1))
                .findFirst()
                .orElse(PLACE);
    }
}
