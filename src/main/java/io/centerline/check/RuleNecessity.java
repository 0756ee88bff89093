package io.centerline.check;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.ClaimMap.Piece;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether every rule earns its place: switched off alone, some case or scenario comes out otherwise. Asked only of a
 * rulebook all of whose cases pass. No rule is compiled again for it: membership is read from the claims, the other
 * stages from the syntax tree.
 */
final class RuleNecessity {
    private final Rulebook rulebook;
    private final List<ClaimMap> maps;
    private final SampleNumbers goods;
    private final Schedule schedule;
    private final TestFolder tests;
    private final Set<Rule> uncased;
    private final RuleTexts texts;
    private final Diagnostics diagnostics;

    RuleNecessity(
            Rulebook rulebook,
            List<ClaimMap> maps,
            SampleNumbers goods,
            Schedule schedule,
            TestFolder tests,
            List<Rule> uncased,
            Diagnostics diagnostics) {
        this.rulebook = rulebook;
        this.maps = maps;
        this.goods = goods;
        this.schedule = schedule;
        this.tests = tests;
        this.uncased = Set.copyOf(uncased);
        this.texts = new RuleTexts(rulebook.files());
        this.diagnostics = diagnostics;
    }

    /** The jobs to be done, in any order. */
    List<Runnable> jobs() {
        List<Runnable> jobs = new ArrayList<>();
        jobs.add(this::membership);
        rulebook.rules().stream()
                .filter(rule -> rule.stage() != Stage.MEMBERSHIP && !uncased.contains(rule))
                .forEach(rule -> jobs.add(() -> {
                    if (!earns(rule)) {
                        say(rule, "no case and no scenario comes out otherwise without " + rule.id());
                    }
                }));
        return jobs;
    }

    private boolean earns(Rule rule) {
        Rulebook without = rulebook.without(rule);
        boolean caseDiffers = tests.cases().stream()
                .filter(each -> each.rule()
                        .node()
                        .place()
                        .file()
                        .startsWith("rules/" + rule.stage().folder() + "/"))
                .sorted(Comparator.comparing(
                        each -> each.rule().text().equals(rule.id().text()) ? 0 : 1))
                .anyMatch(each -> each instanceof RuleCase.Decided decided && !decided.sameAnswers(without, goods));
        if (caseDiffers) {
            return true;
        }
        ScenarioRun run = new ScenarioRun(without, schedule);
        return tests.scenarios().stream().anyMatch(scenario -> !run.isAnsweredAsTold(scenario));
    }

    /** A membership rule that repeats what the rule beneath it says, source and standing included, could go. */
    private void membership() {
        Set<Rule> earned = new HashSet<>();
        for (RuleCase each : tests.cases()) {
            if (each instanceof MembershipCase membership) {
                for (MembershipCase.Asked asked : List.of(membership.fires(), membership.nearly())) {
                    maps.stream()
                            .filter(map -> map.days().contains(asked.asOf()))
                            .map(map -> map.at(KnownNumbers.fill(asked.number())))
                            .filter(RuleNecessity::differs)
                            .forEach(piece -> earned.add(piece.claims().get(0)));
                }
            }
        }
        for (Rule rule : rulebook.rules()) {
            if (rule.stage() == Stage.MEMBERSHIP && !earned.contains(rule) && !uncased.contains(rule)) {
                say(
                        rule,
                        "without " + rule.id()
                                + " the numbers of its cases belong to the same Center on the same source");
            }
        }
    }

    private static boolean differs(Piece piece) {
        List<Rule> claims = piece.claims();
        return claims.size() == 1 || (claims.size() > 1 && !says(claims.get(0)).equals(says(claims.get(1))));
    }

    private static String says(Rule rule) {
        return rule.range().map(NumberRange::center).orElseThrow() + " " + rule.standing() + " " + rule.citation();
    }

    private void say(Rule rule, String message) {
        diagnostics.add(
                DiagnosticCode.EARNS_NO_PLACE,
                texts.atName(rule, message, "add the case that needs the rule, or take the rule away"));
    }
}
