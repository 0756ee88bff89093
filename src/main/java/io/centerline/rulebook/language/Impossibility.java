package io.centerline.rulebook.language;

import io.centerline.rulebook.language.Condition.Gathered;
import io.centerline.rulebook.language.Condition.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds conditions that no fact can satisfy, from the comparisons alone. Stateless. */
public final class Impossibility {
    private Impossibility() {}

    /**
     * A comparison that fails whatever the facts are, or one of a share that never does.
     *
     * @param place where the comparison stands
     * @param message what is wrong with it
     * @param help what was probably meant
     * @param fatal whether the rule can never fire as written; otherwise the comparison is idle
     */
    public record Claim(SourcePlace place, String message, String help, boolean fatal) {}

    /** What a rule asks that cannot be, in the order of its conditions. */
    public static List<Claim> find(Rule rule) {
        List<Claim> claims = new ArrayList<>();
        Map<String, FieldDomain> ofTheOne = new LinkedHashMap<>();
        for (Condition condition : rule.conditions()) {
            // There is exactly one of these in a case, so all patterns speak of the same one.
            boolean single = condition instanceof Pattern
                    && List.of("Case", "Importer", "Totals", "LineShape", "HtsNumber", "Matter")
                            .contains(condition.pattern().fact().name());
            check(condition.pattern(), single ? ofTheOne : new LinkedHashMap<>(), claims);
            if (condition instanceof Gathered gathered) {
                Map<String, FieldDomain> rooms = new LinkedHashMap<>();
                for (Condition.Test test : gathered.tests()) {
                    String name = test.variable().name();
                    rooms.computeIfAbsent(
                                    name,
                                    key -> FieldDomain.of(name, test.variable().type()))
                            .narrow(test.place(), test.operator(), test.operand(), claims);
                }
            }
        }
        return claims;
    }

    private static void check(Pattern pattern, Map<String, FieldDomain> rooms, List<Claim> claims) {
        pattern.comparisons()
                .forEach(comparison -> rooms.computeIfAbsent(
                                pattern.fact().name() + "." + comparison.field().name(),
                                key -> FieldDomain.of(
                                        comparison.field().name(),
                                        comparison.field().type()))
                        .narrow(comparison.place(), comparison.operator(), comparison.operand(), claims));
    }
}
