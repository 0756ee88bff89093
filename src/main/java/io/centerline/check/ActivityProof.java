package io.centerline.check;

import io.centerline.facts.Activity;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.vocabulary.AccountStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves that from the first day on which the rules route, exactly one rule says who handles each activity, whatever is said
 * of the account.
 */
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
            List<Rule> named = handling.stream()
                    .filter(rule -> rule.activity().filter(activity::equals).isPresent())
                    .sorted(Comparator.comparing(Rule::place))
                    .toList();
            Map<Fault, Set<InForce>> faulty = new LinkedHashMap<>();
            for (InForce days : routed) {
                boolean byAccount = named.stream()
                        .anyMatch(rule -> rule.inForce().contains(days.from())
                                && rule.account().isPresent());
                for (AccountStatus account : AccountStatus.values()) {
                    List<Rule> found = named.stream()
                            .filter(rule -> rule.inForce().contains(days.from())
                                    && rule.account().map(account::equals).orElse(true))
                            .toList();
                    if (found.size() != 1) {
                        String what = activity + (byAccount ? " of an account that is " + account : "");
                        faulty.computeIfAbsent(new Fault(what, found), key -> new LinkedHashSet<>())
                                .add(days);
                    }
                }
            }
            faulty.forEach((fault, days) -> say(activity, fault.what(), fault.rules(), List.copyOf(days)));
        }
    }

    /**
     * Rules that are not exactly one.
     *
     * @param what the activity, with the state of the account where rules look at it
     */
    private record Fault(String what, List<Rule> rules) {}

    private void say(Activity activity, String what, List<Rule> rules, List<InForce> days) {
        String day = days.get(0).from().toString();
        if (rules.isEmpty()) {
            diagnostics.add(
                    DiagnosticCode.ACTIVITY_UNSETTLED,
                    handling.stream()
                            .filter(rule ->
                                    rule.activity().filter(activity::equals).isPresent())
                            .min(Comparator.comparing(Rule::place))
                            .map(rule -> texts.atInterval(rule, nobody(what, days), HELP))
                            .orElseGet(() -> texts.finding(place(), 1, nobody(what, days), HELP)),
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
                        rules.size() + " rules say who handles " + what + " " + Days.text(days) + ": " + ids,
                        HELP),
                rules.stream().filter(rule -> rule != second).map(Rule::place).toList(),
                day);
    }

    private static String nobody(String what, List<InForce> days) {
        return "no rule says who handles " + what + " " + Days.text(days);
    }

    /** The file in which such a rule would stand. */
    private SourcePlace place() {
        return handling.stream()
                .map(rule -> new SourcePlace(rule.place().file(), 1, 1))
                .findFirst()
                .orElse(PLACE);
    }
}
