package io.centerline.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;

/** The conditions of one rule at random: patterns, {@code not}, {@code exists} and {@code accumulate}. */
final class RandomConditions {
    private static final List<String> CENTERS = List.of("Center.BASE_METALS", "Center.ELECTRONICS", "Center.MACHINERY");
    private static final List<String> COUNTS = List.of("0", "1", "2", "3", "5");
    private static final List<String> SHARES = List.of("0", "0.10", "0.25", "0.5", "0.50", "-0.2", "1");
    private static final List<String> AMOUNTS = List.of("0", "100.00", "5000");

    /** The constants of each kind; days have none. */
    private static final Map<String, List<String>> CONSTANTS = Map.ofEntries(
            Map.entry("Center", CENTERS),
            Map.entry("Basis", List.of("Basis.DIRECTED", "Basis.APPEAL", "Basis.ACCOUNT")),
            Map.entry("Set", List.of("ArticleSet.NONE", "ArticleSet.X", "ArticleSet.V")),
            Map.entry("Role", List.of("Role.IMPORTER_OF_RECORD", "Role.CONSIGNEE")),
            Map.entry(
                    "Timing",
                    List.of("Timing.BEFORE_WINDOW", "Timing.IN_WINDOW", "Timing.AFTER_WINDOW", "Timing.UNDATED")),
            Map.entry("Flag", List.of("true", "false")),
            Map.entry("Kind", List.of("ImporterKind.IMPORTER", "ImporterKind.BROKER", "ImporterKind.COURIER")),
            Map.entry("Status", List.of("AppealStatus.FILED", "AppealStatus.GRANTED", "AppealStatus.DENIED")),
            Map.entry("Factor", List.of("Factor.BUSINESS_PRACTICE", "Factor.INTENDED_USE", "Factor.RELATIVE_VALUE")),
            Map.entry("Activity", List.of("Activity.PROTEST", "Activity.DRAWBACK", "Activity.ENTRY_SUMMARY")),
            Map.entry(
                    "Answer",
                    List.of(
                            "AccountStatus.PLACED",
                            "AccountStatus.PENDING",
                            "AccountStatus.NOT_ELIGIBLE",
                            "AccountStatus.CONFLICT")),
            Map.entry(
                    "Goods",
                    List.of("Goods.NONE", "Goods.ONE", "Goods.ONE_CENTER", "Goods.TOLD_BY_VALUE", "Goods.UNCLEAR")),
            Map.entry("Repetition", List.of("Repetition.NONE", "Repetition.SAME", "Repetition.VERSION")),
            Map.entry("Type", List.of("0", "1", "9", "21", "22", "31")),
            Map.entry("Count", COUNTS),
            Map.entry("Share", SHARES),
            Map.entry("Amount", AMOUNTS),
            Map.entry("Day", List.of()));

    static final Map<String, Map<String, String>> COUNTING = Map.of(
            "Case", Map.of("asOf", "Day"),
            "LineShape",
                    Map.of(
                            "set",
                            "Set",
                            "role",
                            "Role",
                            "special",
                            "Flag",
                            "timing",
                            "Timing",
                            "entryType",
                            "Type",
                            "goods",
                            "Goods",
                            "repetition",
                            "Repetition"));
    static final Map<String, Map<String, String>> PLACEMENT = Map.of(
            "Case", Map.of("asOf", "Day"),
            "Importer", Map.of("kind", "Kind"),
            "Account", Map.of("center", "Center", "since", "Day"),
            "Direction", Map.of("center", "Center", "from", "Day", "through", "Day"),
            "Appeal", Map.of("preferred", "Center", "filed", "Day", "status", "Status", "effective", "Day"),
            "Evidence", Map.of("factor", "Factor", "center", "Center", "recordedOn", "Day"),
            "Totals",
                    Map.of(
                            "counted",
                            "Count",
                            "notCounted",
                            "Count",
                            "unclearGoods",
                            "Count",
                            "versions",
                            "Count",
                            "from",
                            "Day"),
            "Tally",
                    Map.of(
                            "center",
                            "Center",
                            "count",
                            "Count",
                            "share",
                            "Share",
                            "value",
                            "Amount",
                            "valueShare",
                            "Share",
                            "margin",
                            "Share"));
    static final Map<String, Map<String, String>> ROUTING = Map.of(
            "Matter", Map.of("activity", "Activity", "kind", "Kind", "account", "Answer"),
            "OnFile", Map.of("center", "Center", "basis", "Basis"),
            "Predominant", Map.of("center", "Center"));

    /** The engine cannot bind this field. */
    private static final String UNBOUND = "set";

    private static final List<String> SEVERAL = List.of("Direction", "Appeal", "Evidence", "Tally");

    private final Random random;
    private final Map<String, Map<String, String>> facts;
    private final Map<String, String> bound = new LinkedHashMap<>();
    private int variables;
    private int several;

    RandomConditions(Random random, Map<String, Map<String, String>> facts) {
        this.random = random;
        this.facts = facts;
    }

    /** One to five conditions, the first of them over the fact given. */
    String text(String first) {
        StringJoiner conditions = new StringJoiner("\n");
        conditions.add("    " + pattern(first, bound));
        for (int i = random.nextInt(5); i > 0; i--) {
            String type = pick(facts.keySet().stream().sorted().toList());
            if (SEVERAL.contains(type) && several == 3) {
                continue;
            }
            conditions.add("    "
                    + switch (random.nextInt(5)) {
                        case 0 -> "not " + pattern(type, new LinkedHashMap<>(bound));
                        case 1 -> "exists " + pattern(type, new LinkedHashMap<>(bound));
                        case 2 -> accumulation(type);
                        default -> pattern(type, bound);
                    });
        }
        return conditions.toString();
    }

    /** A variable of the kind given that a pattern bound, if any. */
    Optional<String> variable(String kind) {
        List<String> all = bound.keySet().stream()
                .filter(variable -> bound.get(variable).equals(kind))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(pick(all));
    }

    private String pattern(String type, Map<String, String> scope) {
        several += SEVERAL.contains(type) ? 1 : 0;
        StringJoiner constraints = new StringJoiner(", ", type + "( ", " )").setEmptyValue(type + "()");
        Map<String, String> before = Map.copyOf(scope);
        for (String field : facts.get(type).keySet().stream().sorted().toList()) {
            if (random.nextInt(3) == 0) {
                comparison(field, facts.get(type).get(field), before).ifPresent(constraints::add);
            }
            if (random.nextInt(3) == 0 && !field.equals(UNBOUND)) {
                String variable = "$v" + variables++;
                scope.put(variable, facts.get(type).get(field));
                constraints.add(variable + " : " + field);
            }
        }
        return constraints.toString();
    }

    private Optional<String> comparison(String left, String kind, Map<String, String> scope) {
        List<String> others = new ArrayList<>(CONSTANTS.get(kind));
        List<String> variablesOfKind = scope.keySet().stream()
                .filter(variable -> scope.get(variable).equals(kind) && !variable.equals(left))
                .sorted()
                .toList();
        if (!variablesOfKind.isEmpty() && (others.isEmpty() || random.nextBoolean())) {
            others = variablesOfKind;
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        boolean ordered = List.of("Count", "Share", "Amount", "Day").contains(kind);
        String operator = pick(ordered ? List.of("==", "!=", "<", "<=", ">", ">=") : List.of("==", "==", "!="));
        return Optional.of(left + " " + operator + " " + pick(others));
    }

    private String accumulation(String type) {
        Map<String, String> scope = new LinkedHashMap<>(bound);
        String pattern = pattern(type, scope);
        StringJoiner totals = new StringJoiner(", ");
        Map<String, String> added = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String variable = "$v" + variables++;
            List<String> numbers = scope.keySet().stream()
                    .filter(each -> !bound.containsKey(each)
                            && List.of("Count", "Share", "Amount", "Type").contains(scope.get(each)))
                    .sorted()
                    .toList();
            if (numbers.isEmpty() || random.nextInt(3) == 0) {
                added.put(variable, "Count");
                totals.add(variable + " : count()");
            } else {
                String number = pick(numbers);
                added.put(variable, scope.get(number));
                totals.add(variable + " : " + pick(List.of("sum", "min", "max")) + "(" + number + ")");
            }
        }
        StringJoiner comparisons = new StringJoiner(", ", "; ", "").setEmptyValue("");
        Map<String, String> all = new LinkedHashMap<>(bound);
        all.putAll(added);
        for (String variable : added.keySet()) {
            if (random.nextBoolean()) {
                comparison(variable, added.get(variable), all).ifPresent(comparisons::add);
            }
        }
        bound.putAll(added);
        return "accumulate( " + pattern + "; " + totals + comparisons + " )";
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
