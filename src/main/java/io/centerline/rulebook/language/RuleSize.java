package io.centerline.rulebook.language;

import java.util.List;
import java.util.Set;

/**
 * Holds the conditions of a rule to a size. Not because many could not be read, but because their matches multiply: three
 * patterns over a hundred facts each are a million matches.
 */
final class RuleSize {
    /** Of these a case holds one at most. */
    private static final Set<String> SINGLE = Set.of(
            "Case", "Importer", "Account", "Totals", "LineShape", "HtsNumber", "Matter", "OnFile", "Predominant");

    private RuleSize() {}

    static void check(List<Condition> conditions, RuleReader.Head head, LanguageLimits limits, List<Finding> findings) {
        long joins = conditions.stream()
                .map(Condition::pattern)
                .filter(pattern -> !SINGLE.contains(pattern.fact().name()))
                .count();
        if (joins > limits.joins()) {
            findings.add(head.finding(
                    "when",
                    joins + " patterns of the rule can each match several facts, " + limits.joins() + " are the most",
                    "their matches multiply; make it several rules"));
        }
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Gathered gathered
                    && gathered.aggregates().size() + gathered.tests().size() > limits.constraints()) {
                findings.add(head.at(
                        condition.place(),
                        "the accumulation has more than " + limits.constraints() + " values and comparisons",
                        "make it several rules"));
            }
        }
    }
}
