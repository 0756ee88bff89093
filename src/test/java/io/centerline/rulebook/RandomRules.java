package io.centerline.rulebook;

import io.centerline.facts.Activity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Rules over every construct of the language, for each stage; small numbers, so that edges are met often. */
public final class RandomRules {
    private static final List<String> ORDERED = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> EQUAL = List.of("==", "!=");
    private static final List<String> CENTERS =
            List.of("Center.ELECTRONICS", "Center.MACHINERY", "Center.BASE_METALS", "Center.AGRICULTURE");
    private static final Map<String, List<String>> BASES = Map.of(
            "ELG", List.of("Basis.ELIGIBILITY"),
            "DIR", List.of("Basis.DIRECTED"),
            "APL", List.of("Basis.APPEAL"),
            "ACC", List.of("Basis.ACCOUNT"),
            "EVD", List.of("Basis.EVIDENCE"),
            "PRE", List.of("Basis.PREDOMINANCE"));

    /** What fields of a type are compared with. */
    private static final Map<String, List<String>> LITERALS = literals();

    private static final Map<String, Map<String, String>> PLACEMENT = Map.of(
            "Case", Map.of("asOf", "date"),
            "Importer", Map.of("kind", "kind"),
            "Account", Map.of("center", "center", "since", "date"),
            "Direction", Map.of("center", "center", "from", "date", "through", "date"),
            "Appeal", Map.of("preferred", "center", "filed", "date", "status", "status", "effective", "date"),
            "Evidence", Map.of("factor", "factor", "center", "center", "recordedOn", "date"),
            "Totals",
                    Map.of(
                            "counted",
                            "number",
                            "notCounted",
                            "number",
                            "unclearGoods",
                            "number",
                            "versions",
                            "number",
                            "from",
                            "date"),
            "Tally",
                    Map.of(
                            "center",
                            "center",
                            "count",
                            "number",
                            "share",
                            "share",
                            "value",
                            "money",
                            "valueShare",
                            "share",
                            "margin",
                            "margin"));
    private static final Map<String, Map<String, String>> COUNTED =
            Map.of("Totals", Map.of("counted", "number", "notCounted", "number"), "Tally", PLACEMENT.get("Tally"));
    private static final Map<String, Map<String, String>> COUNTING = Map.of(
            "Case", Map.of("asOf", "date"),
            "LineShape",
                    Map.of(
                            "set",
                            "set",
                            "role",
                            "role",
                            "special",
                            "flag",
                            "timing",
                            "timing",
                            "entryType",
                            "number",
                            "goods",
                            "goods",
                            "repetition",
                            "repetition"));
    private static final Map<String, Map<String, String>> ROUTING = Map.of(
            "Matter", Map.of("activity", "activity", "kind", "kind", "account", "accountStatus"),
            "OnFile", Map.of("center", "center", "basis", "basis"),
            "Predominant", Map.of("center", "center"));
    private static final List<String> SEVERAL = List.of("Direction", "Appeal", "Evidence", "Tally");

    private final Random random;
    private int variables;

    private RandomRules(Random random) {
        this.random = random;
    }

    private static Map<String, List<String>> literals() {
        Map<String, List<String>> literals = new LinkedHashMap<>();
        literals.put("number", List.of("0", "1", "2", "3", "4", "5", "6", "12"));
        literals.put("share", List.of("0", "0.1", "0.2", "0.25", "0.30", "0.3333", "0.4", "0.50", "0.6", "0.75", "1"));
        literals.put("margin", List.of("-0.5", "-0.2", "0", "0.1", "0.2", "0.50", "1"));
        literals.put("money", List.of("0", "1", "2.50", "2.5", "3.00", "4"));
        literals.put(
                "goods",
                List.of("Goods.NONE", "Goods.ONE", "Goods.ONE_CENTER", "Goods.TOLD_BY_VALUE", "Goods.UNCLEAR"));
        literals.put("repetition", List.of("Repetition.NONE", "Repetition.SAME", "Repetition.VERSION"));
        literals.put("center", CENTERS);
        literals.put("kind", List.of("ImporterKind.IMPORTER", "ImporterKind.BROKER"));
        literals.put("status", List.of("AppealStatus.GRANTED", "AppealStatus.FILED"));
        literals.put("factor", List.of("Factor.BUSINESS_PRACTICE", "Factor.INTENDED_USE"));
        literals.put("set", List.of("ArticleSet.NONE", "ArticleSet.V", "ArticleSet.X"));
        literals.put("role", List.of("Role.IMPORTER_OF_RECORD", "Role.CONSIGNEE"));
        literals.put("flag", List.of("true", "false"));
        literals.put("timing", List.of("Timing.IN_WINDOW", "Timing.UNDATED", "Timing.BEFORE_WINDOW"));
        literals.put("activity", List.of("Activity.PROTEST", "Activity.DRAWBACK", "Activity.LIQUIDATION"));
        literals.put("accountStatus", List.of("AccountStatus.PLACED", "AccountStatus.PENDING"));
        literals.put("basis", List.of("Basis.ACCOUNT", "Basis.DIRECTED"));
        literals.put("date", List.of());
        return literals;
    }

    /** A whole rulebook: the rules of a folder with those of placement replaced by random ones that count lines. */
    public static RuleFiles counting(RuleFiles others, int rules, Random random) {
        TreeMap<String, String> texts = new TreeMap<>(others.texts());
        texts.keySet().removeIf(path -> path.startsWith("placement/"));
        texts.put("placement/random.drl", file("placement", rules, random, (made, number) -> {
            String prefix = made.one(List.of("PRE", "PRE", "EVD"));
            return made.rule(
                    prefix,
                    number,
                    COUNTED,
                    bound -> "Proposal(" + made.center(bound) + ", "
                            + BASES.get(prefix).get(0) + ")");
        }));
        return new RuleFiles(texts);
    }

    /** A rule file of placement. */
    public static String placement(int rules, Random random) {
        return file("placement", rules, random, (made, number) -> {
            String prefix = made.one(List.copyOf(new TreeMap<>(BASES).keySet()));
            return made.rule(prefix, number, PLACEMENT, bound -> made.placed(prefix, bound));
        });
    }

    /** A rule file of counting that says what is counted. */
    public static String counting(int rules, Random random) {
        String policy = """
                rule "CNT-001 lines of twelve months"
                    @id("CNT-001") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    Case()
                then
                    insert(new Counting(Measure.LINES, 12));
                end
                """;
        return file(
                        "counting",
                        rules,
                        random,
                        (made, number) -> made.rule(
                                "CNT",
                                number,
                                COUNTING,
                                bound -> "NotCounted("
                                        + made.one(List.of(
                                                "NotCountedReason.OUTSIDE_WINDOW", "NotCountedReason.SET_COMPONENT"))
                                        + ")"))
                + policy;
    }

    /** A rule file of routing in which every activity has an office. */
    public static String routing(int rules, Random random) {
        StringBuilder offices = new StringBuilder();
        int number = 1;
        for (Activity activity : Activity.values()) {
            String id = "RTE-" + (100 + number++);
            offices.append("rule \"" + id + " office\" @id(\"" + id
                    + "\") @citation(\"test\") @standing(\"found\") @inForce(\"2013-04-04/..\")\nwhen Matter( activity =="
                    + " Activity." + activity + " )\nthen insert(new Handling(Office.CENTER));\nend\n");
        }
        return file(
                        "routing",
                        rules,
                        random,
                        (made, each) -> made.rule(
                                "RTE",
                                each,
                                ROUTING,
                                bound -> "Proposal(" + made.center(bound) + ", "
                                        + made.one(List.of("Basis.ACCOUNT", "Basis.PREDOMINANCE", "Basis.DIRECTED"))
                                        + ")"))
                + offices;
    }

    /** A rule file of membership. */
    public static String membership(int rules, Random random) {
        return file("membership", rules, random, (made, number) -> made.claim(number));
    }

    private interface Made {
        String rule(RandomRules random, int number);
    }

    private interface Conclusion {
        String of(Map<String, String> bound);
    }

    private static String file(String stage, int rules, Random random, Made made) {
        StringBuilder text =
                new StringBuilder("package rules." + stage + ";\nimport io.centerline.rulebook.vocabulary.*;\n");
        for (int i = 0; i < rules; i++) {
            text.append(made.rule(new RandomRules(random), i));
        }
        return text.toString();
    }

    private String claim(int number) {
        int level = random.nextInt(4);
        String field = List.of("chapter", "heading", "subheading", "rateLine").get(level);
        String start = "8471300110".substring(0, 2 + 2 * level);
        int edge = Integer.parseInt(start) + random.nextInt(5) - 2;
        String range = switch (random.nextInt(4)) {
            case 0 -> field + " == " + edge;
            case 1 -> field + " >= " + edge + ", " + field + " <= " + (edge + random.nextInt(3));
            case 2 -> field + " > " + edge + ", " + field + " < " + (edge + 2 + random.nextInt(3));
            default -> field + (random.nextBoolean() ? " >= " : " <= ") + edge;
        };
        return head("MEM-" + (1000 + number), "") + "    $hts : HtsNumber( " + range + " )\nthen\n"
                + "    insert(new Membership($hts, " + one(CENTERS) + "));\nend\n";
    }

    private String rule(String prefix, int number, Map<String, Map<String, String>> facts, Conclusion conclusion) {
        Map<String, String> bound = new LinkedHashMap<>();
        StringBuilder conditions = new StringBuilder();
        int several = 0;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String fact = one(new ArrayList<>(new TreeMap<>(facts).keySet()));
            if (fact.equals("LineShape") && conditions.indexOf("LineShape") >= 0) {
                continue;
            }
            if (SEVERAL.contains(fact) && ++several > 3) {
                continue;
            }
            conditions.append("    ").append(condition(fact, facts, bound)).append('\n');
        }
        if (conditions.isEmpty()) {
            conditions.append("    ").append(condition("Case", facts, bound)).append('\n');
        }
        StringBuilder says = new StringBuilder();
        // No counting rule says the day.
        bound.entrySet().stream()
                .filter(each -> !prefix.equals("CNT") || !each.getValue().equals("date"))
                .forEach(each ->
                        says.append(says.isEmpty() ? "" : " and ").append(said(each.getKey(), each.getValue())));
        return head(prefix + "-" + (500 + number), says.toString()) + conditions + "then\n    insert(new "
                + conclusion.of(bound) + ");\nend\n";
    }

    private static String said(String name, String type) {
        return switch (type) {
            case "number" -> "{" + name + "|line|lines}";
            case "share", "margin" -> "{" + name + "%}";
            default -> "{" + name + "}";
        };
    }

    private static String head(String id, String says) {
        return "rule \"" + id + " random\"\n    @id(\"" + id
                + "\") @citation(\"test\") @standing(\"inferred:low\") @inForce(\"2013-04-04/..\")"
                + (says.isEmpty() ? "" : " @says(\"" + says + "\")") + "\nwhen\n";
    }

    private String condition(String fact, Map<String, Map<String, String>> facts, Map<String, String> bound) {
        Map<String, String> fields = new TreeMap<>(facts.get(fact));
        return switch (random.nextInt(6)) {
            case 0 -> "not " + pattern(fact, fields, new LinkedHashMap<>(bound), false);
            case 1 -> "exists " + pattern(fact, fields, new LinkedHashMap<>(bound), false);
            case 2 -> accumulate(fact, fields, bound);
            default -> pattern(fact, fields, bound, true);
        };
    }

    /** Binds some fields and compares others, with literals and with what is bound, here or before. */
    private String pattern(String fact, Map<String, String> fields, Map<String, String> bound, boolean binds) {
        List<String> constraints = new ArrayList<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (random.nextInt(3) == 0) {
                comparison(field.getKey(), field.getValue(), bound).ifPresent(constraints::add);
            }
            if (binds && random.nextInt(3) == 0) {
                String name = "$v" + variables++;
                constraints.add(name + " : " + field.getKey());
                bound.put(name, field.getValue());
            }
        }
        return fact + "( " + String.join(", ", constraints) + " )";
    }

    private Optional<String> comparison(String left, String type, Map<String, String> bound) {
        List<String> operands = new ArrayList<>(LITERALS.get(type));
        bound.forEach((name, other) -> {
            if (comparable(type, other)) {
                operands.add(name);
                operands.add(name);
                operands.add(name);
            }
        });
        boolean ordered = List.of("number", "share", "margin", "money", "date").contains(type);
        return operands.isEmpty()
                ? Optional.empty()
                : Optional.of(left + " " + one(ordered ? ORDERED : EQUAL) + " " + one(operands));
    }

    private static boolean comparable(String one, String other) {
        List<String> decimals = List.of("share", "margin", "money");
        return one.equals(other) || (decimals.contains(one) && decimals.contains(other));
    }

    private String accumulate(String fact, Map<String, String> fields, Map<String, String> bound) {
        Map<String, String> inside = new LinkedHashMap<>(bound);
        String pattern = pattern(fact, fields, inside, true);
        List<String> functions = new ArrayList<>();
        Map<String, String> results = new LinkedHashMap<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            String result = "$v" + variables++;
            List<String> numbers = inside.keySet().stream()
                    .filter(name -> !bound.containsKey(name)
                            && List.of("number", "share", "margin", "money").contains(inside.get(name)))
                    .toList();
            if (numbers.isEmpty() || random.nextInt(3) == 0) {
                functions.add(result + " : count()");
                results.put(result, "number");
            } else {
                String argument = one(numbers);
                functions.add(result + " : " + one(List.of("sum", "min", "max", "sum")) + "(" + argument + ")");
                results.put(result, inside.get(argument));
            }
        }
        bound.putAll(results);
        List<String> tests = new ArrayList<>();
        results.forEach((name, type) -> {
            if (random.nextInt(4) > 0) {
                Map<String, String> others = new LinkedHashMap<>(bound);
                others.remove(name);
                comparison(name, type, others).ifPresent(tests::add);
            }
        });
        return "accumulate( " + pattern + "; " + String.join(", ", functions)
                + (tests.isEmpty() ? "" : "; " + String.join(", ", tests)) + " )";
    }

    private String placed(String prefix, Map<String, String> bound) {
        String basis = BASES.get(prefix).get(0);
        return switch (random.nextInt(6)) {
            case 0 -> "Review(ReviewCode.TIE, " + basis + ")";
            case 1 -> "NotEligible(" + basis + ")";
            default -> "Proposal(" + center(bound) + ", " + basis + ")";
        };
    }

    private String center(Map<String, String> bound) {
        List<String> centers = new ArrayList<>(CENTERS);
        bound.forEach((name, type) -> {
            if (type.equals("center")) {
                centers.addAll(List.of(name, name, name, name, name));
            }
        });
        return one(centers);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
