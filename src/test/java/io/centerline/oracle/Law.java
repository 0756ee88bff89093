package io.centerline.oracle;

import io.centerline.oracle.Matching.Conclusion;
import io.centerline.oracle.Matching.Fact;
import io.centerline.oracle.Rule.Accumulation;
import io.centerline.oracle.Rule.Constraint;
import io.centerline.oracle.Rule.Exists;
import io.centerline.oracle.Rule.Pattern;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules in force on one day. */
final class Law {
    static final List<String> LEVELS = List.of("chapter", "heading", "subheading", "rateLine");

    private final Map<String, List<Rule>> stages = new HashMap<>();
    private final Map<String, Optional<Claim>> claims = new HashMap<>();
    private final Map<List<Fact>, Set<Conclusion>> counted = new HashMap<>();
    private final LocalDate asOf;

    Law(List<Rule> rules, LocalDate asOf) {
        this.asOf = asOf;
        for (String stage : List.of("membership", "counting", "placement", "routing")) {
            stages.put(
                    stage,
                    rules.stream()
                            .filter(rule -> rule.stage().equals(stage) && rule.inForce(asOf))
                            .toList());
        }
    }

    /** Who owns a number, under which rule. */
    record Claim(String center, Rule rule) {}

    LocalDate asOf() {
        return asOf;
    }

    Set<Conclusion> conclude(String stage, List<Fact> facts) {
        return Matching.conclude(stages.get(stage), facts);
    }

    /** Whether a counting rule asks for a field of a line. */
    boolean asksOfLines(String field) {
        return stages.get("counting").stream()
                .flatMap(rule -> rule.conditions().stream())
                .map(condition -> condition instanceof Pattern pattern
                        ? pattern
                        : condition instanceof Exists exists ? exists.pattern() : ((Accumulation) condition).pattern())
                .filter(pattern -> pattern.type().equals("LineShape"))
                .anyMatch(pattern -> pattern.bindings().stream()
                                .anyMatch(each -> each.field().equals(field))
                        || pattern.constraints().stream()
                                .anyMatch(each -> each.left().equals(field)));
    }

    /** What the counting rules conclude; lines of one shape are asked about once. */
    Set<Conclusion> counting(List<Fact> facts) {
        return counted.computeIfAbsent(facts, key -> conclude("counting", key));
    }

    /** The same day under the membership rules that are no guess. */
    Law withoutLowClaims() {
        return new Law(
                stages.values().stream()
                        .flatMap(List::stream)
                        .filter(rule -> !(rule.low() && rule.stage().equals("membership")))
                        .toList(),
                asOf);
    }

    /** The deepest claim on a number of chapters 1 to 97, if any. */
    Optional<Claim> claim(String number) {
        return claims.computeIfAbsent(number, this::deepestClaim);
    }

    private Optional<Claim> deepestClaim(String number) {
        Map<String, Object> fields = new HashMap<>();
        for (int level = 0; level < LEVELS.size(); level++) {
            fields.put(LEVELS.get(level), Ratio.of(Long.parseLong(number.substring(0, 2 * level + 2))));
        }
        return stages.get("membership").stream()
                .filter(rule -> comparisons(rule).stream()
                        .allMatch(each -> Matching.holds(fields.get(each.left()), each, Map.of())))
                .max(Comparator.comparingInt(Law::level))
                .map(rule -> new Claim((String) rule.arguments().get(1), rule));
    }

    /** A membership rule has one pattern, and its comparisons look at one level. */
    static List<Constraint> comparisons(Rule rule) {
        return ((Pattern) rule.conditions().get(0)).constraints();
    }

    private static int level(Rule rule) {
        return LEVELS.indexOf(comparisons(rule).get(0).left());
    }
}
