package io.centerline.rulebook;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks rules against each other: ids, and claims on one number at one level. */
final class Consistency {
    private record Claim(Rule rule, NumberRange range) {}

    private Consistency() {}

    /** What is wrong between rules; the search ends soon after so many findings, since their number may be a square. */
    static List<Finding> check(List<Rule> rules, int most) {
        List<Finding> findings = new ArrayList<>();
        rules.stream()
                .collect(Collectors.groupingBy(Rule::id))
                .forEach((id, same) -> findings.addAll(overlaps(id, same)));
        Map<Integer, List<Claim>> byLevel = rules.stream()
                .filter(rule -> rule.stage() == Stage.MEMBERSHIP)
                .map(rule -> new Claim(rule, rule.range().orElseThrow()))
                .collect(Collectors.groupingBy(claim -> claim.range().digits()));
        byLevel.values().forEach(claims -> findings.addAll(contradictions(claims, most)));
        return findings;
    }

    /** One id may stand for one rule at a time. */
    private static List<Finding> overlaps(RuleId id, List<Rule> same) {
        List<Finding> findings = new ArrayList<>();
        List<Rule> sorted = same.stream()
                .sorted(Comparator.comparing((Rule rule) -> rule.inForce().from())
                        .thenComparing(Rule::place))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            Rule earlier = sorted.get(i - 1);
            Rule later = sorted.get(i);
            if (earlier.inForce().overlaps(later.inForce())) {
                findings.add(finding(
                        later,
                        "the id `" + id + "` is in force twice from "
                                + later.inForce().from() + " on, first at " + earlier.place(),
                        "ids are never reused: give one of the rules a new id, or end the older one the day before"));
            }
        }
        return findings;
    }

    /** Sweeps the claims of one level by their first number; only claims that still run can meet the next one. */
    private static List<Finding> contradictions(List<Claim> claims, int most) {
        List<Finding> findings = new ArrayList<>();
        List<Claim> running = new ArrayList<>();
        List<Claim> sorted = claims.stream()
                .sorted(Comparator.comparing((Claim claim) -> claim.range().from())
                        .thenComparing(claim -> claim.rule().place()))
                .toList();
        for (Claim claim : sorted) {
            if (findings.size() > most) {
                break;
            }
            running.removeIf(earlier -> earlier.range().to() < claim.range().from());
            for (Claim earlier : running) {
                if (earlier.range().center() != claim.range().center()
                        && earlier.rule().inForce().overlaps(claim.rule().inForce())) {
                    findings.add(contradiction(earlier, claim));
                }
            }
            running.add(claim);
        }
        return findings;
    }

    private static Finding contradiction(Claim earlier, Claim claim) {
        int digits = claim.range().digits();
        String from = HtsNumber.prefixText(claim.range().from(), digits);
        int last = Math.min(earlier.range().to(), claim.range().to());
        String to = HtsNumber.prefixText(last, digits);
        String numbers = from.equals(to) ? "`" + from + "`" : "`" + from + "` to `" + to + "`";
        return finding(
                claim.rule(),
                claim.rule().id() + " gives " + numbers + " to "
                        + claim.range().center().title() + ", "
                        + earlier.rule().id() + " at " + earlier.rule().place() + " gives it to "
                        + earlier.range().center().title(),
                "let the ranges end where the other begins, or make the exception a deeper level");
    }

    private static Finding finding(Rule rule, String message, String help) {
        return new Finding(rule.place(), 4, message, help, "");
    }
}
