package io.centerline.oracle;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a sound rulebook at random, over the whole language that {@code rules/README.md} allows. */
final class RandomLaw {
    private static final List<String> INTERVALS =
            List.of("2013-04-04/..", "2013-04-04/..", "2013-04-04/2020-06-30", "2020-07-01/..");
    private static final List<String> STANDINGS =
            List.of("found", "inferred:high", "inferred:medium", "inferred:low", "inferred:low");
    static final List<String> ACTIVITIES = List.of(
            "ENTRY_SUMMARY",
            "LIQUIDATION",
            "LIQUIDATION_SUSPENSION",
            "LIQUIDATION_EXTENSION",
            "PROTEST",
            "PETITION",
            "COUNTRY_OF_ORIGIN_MARKING",
            "CLASSIFICATION",
            "APPRAISEMENT",
            "RULES_OF_ORIGIN",
            "PREFERENCE_CLAIM",
            "TRADEMARK_COPYRIGHT",
            "PACKING_STAMPING",
            "BOND",
            "RECORDKEEPING",
            "INFORMAL_ENTRY",
            "WAREHOUSE_WITHDRAWAL",
            "QUOTA",
            "LABELING",
            "INQUIRY",
            "SPECIAL_ENTRY_PROCEDURE",
            "FINANCIAL_MATTER",
            "FTZ_ENTRY_SUMMARY",
            "RECONCILIATION",
            "POST_SUMMARY_CORRECTION",
            "REQUEST_FOR_INFORMATION",
            "NOTICE_OF_ACTION",
            "ENTRY_CANCELLATION",
            "CENSUS_WARNING",
            "VESSEL_REPAIR",
            "INTERNAL_ADVICE",
            "PRIOR_DISCLOSURE",
            "ANTIDUMPING_COUNTERVAILING",
            "CARGO_RELEASE",
            "EXAMINATION",
            "MOVEMENT",
            "EXPORT",
            "DRAWBACK",
            "FINES_PENALTIES_FORFEITURES",
            "FTZ_ADMISSION",
            "DETENTION",
            "IN_BOND",
            "REDELIVERY",
            "SINGLE_TRANSACTION_BOND",
            "SAMPLING",
            "CONTINUOUS_BOND_APPROVAL",
            "BINDING_RULING",
            "REGULATORY_AUDIT",
            "CTPAT");
    private static final List<String> PREFIXES = List.of("ELG", "DIR", "APL", "ACC", "EVD", "PRE");
    private static final List<String> BASES =
            List.of("ELIGIBILITY", "DIRECTED", "APPEAL", "ACCOUNT", "EVIDENCE", "PREDOMINANCE");

    private final Random random;
    private StringBuilder text = new StringBuilder();
    private int next;

    RandomLaw(Random random) {
        this.random = random;
    }

    /** The files by path. */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("membership/goods.drl", file("membership", this::membership));
        files.put("counting/lines.drl", file("counting", this::counting));
        files.put("placement/grounds.drl", file("placement", this::placement));
        files.put("routing/offices.drl", file("routing", this::routing));
        return files;
    }

    private String file(String stage, Runnable rules) {
        next = 100;
        text = new StringBuilder("package rules." + stage + ";\nimport io.centerline.rulebook.vocabulary.*;\n");
        rules.run();
        return text.toString();
    }

    private void rule(String id, String interval, String conditions, String conclusion) {
        text.append("\n// A comment, \"quoted\" */\nrule \"%s %s\"\n"
                        .formatted(id, pick(List.of("One", "Says \\\"so\\\""))))
                .append("    @id(\"%s\") @citation(\"test\") @standing(\"%s\")\n".formatted(id, pick(STANDINGS)))
                .append("    @inForce(\"%s\")\nwhen\n%s\nthen\n    insert(new %s);\nend\n"
                        .formatted(interval, conditions, conclusion));
    }

    /** Chapters in runs, and exceptions of every deeper level within them, some of them only for a time. */
    private void membership() {
        for (int chapter = 1; chapter <= 97; ) {
            int last = Math.min(97, chapter + random.nextInt(15));
            if (last < 77 || chapter > 77) {
                goods("2013-04-04/..", between("chapter", chapter, last));
                chapter = last + 1;
            } else if (chapter < 77) {
                goods("2013-04-04/..", between("chapter", chapter, 76));
                chapter = 78;
            } else {
                chapter = 78;
            }
        }
        for (int chapter = 1 + random.nextInt(9); chapter <= 97; chapter += 4 + random.nextInt(20)) {
            if (chapter != 77) {
                int heading = chapter * 100 + 1 + random.nextInt(20);
                exception("heading", heading, heading + random.nextInt(4));
                exception("subheading", heading * 100 + 10, heading * 100 + 10 + random.nextInt(50));
                exception("rateLine", heading * 10_000 + 1_000, heading * 10_000 + 1_000 + random.nextInt(5_000));
            }
        }
    }

    private void exception(String level, int from, int to) {
        switch (random.nextInt(4)) {
            case 0 -> goods("2013-04-04/..", between(level, from, to));
            case 1 -> goods("2020-07-01/..", between(level, from, to));
            case 2 -> {
                goods("2013-04-04/2020-06-30", between(level, from, to));
                goods("2020-07-01/..", between(level, from, to));
            }
            default -> {}
        }
    }

    private String between(String level, int from, int to) {
        if (from == to && random.nextBoolean()) {
            return "%s == %d".formatted(level, from);
        }
        return from == 1 || random.nextBoolean()
                ? "%s >= %d, %1$s <= %d".formatted(level, from, to)
                : "%s > %d, %1$s < %d".formatted(level, from - 1, to + 1);
    }

    private void goods(String interval, String range) {
        rule(
                "MEM-%04d".formatted(next++),
                interval,
                "    $hts : HtsNumber( " + range + " )",
                "Membership($hts, " + center() + ")");
    }

    private void counting() {
        rule("CNT-001", "2013-04-04/2020-06-30", "    Case()", "Counting(Measure.LINES, 12)");
        rule(
                "CNT-002",
                "2020-07-01/..",
                "    Case( $day : asOf )",
                "Counting(Measure.LINES, " + (1 + random.nextInt(30)) + ")");
        for (int i = random.nextInt(6); i >= 0; i--) {
            RandomConditions conditions = new RandomConditions(random, RandomConditions.COUNTING);
            rule(
                    "CNT-" + next++,
                    pick(INTERVALS),
                    conditions.text("LineShape"),
                    "NotCounted(NotCountedReason."
                            + pick(List.of(
                                    "SPECIAL_PROVISION_ONLY",
                                    "SET_COMPONENT",
                                    "NOT_IMPORTER_OF_RECORD",
                                    "OUTSIDE_WINDOW",
                                    "ENTRY_TYPE",
                                    "LINE_REPEATED",
                                    "LINE_VERSIONS",
                                    "SEVERAL_GOODS"))
                            + ")");
        }
    }

    private void placement() {
        for (int i = 10 + random.nextInt(8); i > 0; i--) {
            RandomConditions conditions = new RandomConditions(random, RandomConditions.PLACEMENT);
            int ground = i == 1 ? 5 : random.nextInt(BASES.size());
            String when =
                    conditions.text(i % 3 == 0 ? "Tally" : pick(List.of("Case", "Account", "Evidence", "Totals")));
            String basis = "Basis." + BASES.get(ground);
            String center = random.nextInt(4) == 0
                    ? center()
                    : conditions.variable("Center").orElseGet(this::center);
            String conclusion = switch (random.nextInt(6)) {
                case 0 -> "NotEligible(" + basis + ")";
                case 1, 2 ->
                    "Review(ReviewCode."
                            + pick(List.of(
                                    "TIE",
                                    "THIN_EVIDENCE",
                                    "NO_MAJORITY",
                                    "NEAR_EQUAL_SPREAD",
                                    "VALUE_POINTS_ELSEWHERE",
                                    "GOODS_UNCLEAR",
                                    "LINE_VERSIONS",
                                    "EVIDENCE_LATER",
                                    "DIRECTION_ENDED",
                                    "DRIFT"))
                            + (random.nextInt(3) == 0 ? "" : ", " + basis) + ")";
                default -> "Proposal(" + center + ", " + basis + ")";
            };
            rule(PREFIXES.get(ground) + "-" + next++, pick(INTERVALS), when, conclusion);
        }
    }

    private String handling() {
        return "Handling(Office." + pick(List.of("CENTER", "CENTER", "CENTER", "PORT", "BOTH", "DRAWBACK_OFFICE"))
                + ")";
    }

    private void routing() {
        int id = 1;
        for (String activity : ACTIVITIES) {
            String what = "    Matter( activity == Activity." + activity;
            if (random.nextInt(12) > 0) {
                rule("RTE-%03d".formatted(id++), "2017-01-19/..", what + " )", handling());
                continue;
            }
            for (String account : List.of("PLACED", "PENDING", "NOT_ELIGIBLE", "CONFLICT")) {
                String when = what + ", account == AccountStatus." + account + " )";
                rule("RTE-%03d".formatted(id++), "2017-01-19/..", when, handling());
            }
        }
        rule("RTE-900", "2017-01-19/..", "    OnFile( $c : center, $b : basis )", "Proposal($c, $b)");
        for (int i = random.nextInt(5); i >= 0; i--) {
            RandomConditions conditions = new RandomConditions(random, RandomConditions.ROUTING);
            String when = conditions.text(pick(List.of("Predominant", "Predominant", "OnFile", "Matter")));
            String center = conditions.variable("Center").orElseGet(this::center);
            String basis = conditions
                    .variable("Basis")
                    .orElseGet(() -> "Basis." + pick(List.of("DIRECTED", "ACCOUNT", "PREDOMINANCE", "PREDOMINANCE")));
            rule("RTE-" + next++, "2017-01-19/..", when, "Proposal(" + center + ", " + basis + ")");
        }
    }

    private String center() {
        return "Center." + pick(List.of("BASE_METALS", "ELECTRONICS", "MACHINERY", pick(Centers.NAMES)));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
