package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Yesterday is past, today is not. */
class HistoryProofTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Rulebook BEFORE = TestRulebook.shared();
    private static final String GOODS = "membership/consumer-products.drl";
    private static final String VEHICLES = "membership/automotive-aerospace.drl";
    private static final String PREDOMINANCE = "placement/predominance.drl";
    private static final String SINCE_2013 = "2013-04-04/2026-11-29";

    @Test
    void check_sameRules_findsNothing() {
        assertThat(findings(BEFORE)).isEmpty();
    }

    @Test
    void check_rangeChangedInPlace_namesRuleDaysAndANumber() {
        Rulebook after = inRule(GOODS, "MEM-0804", rule -> rule.replace("heading >= 3303", "heading >= 3304"));

        assertThat(findings(after)).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(DiagnosticCode.PAST_CHANGED);
            assertThat(found.rule()).hasToString("MEM-0804");
            assertThat(found.days()).hasToString(SINCE_2013);
            assertThat(found.finding().message())
                    .isEqualTo(
                            "past answers change from 2013-04-04 to 2026-11-29: MEM-0804 now covers `3304` to `3307`,"
                                    + " before `3303` to `3307`");
            assertThat(found.finding().place().file()).isEqualTo("rules/" + GOODS);
            assertThat(found.finding().sourceLine()).startsWith("rule \"MEM-0804");
            assertThat(found.finding().help()).contains("2026-11-29 or later", "next free id");
            assertThat(found.example())
                    .startsWith("3303.00.")
                    .endsWith(" on 2026-11-29: Consumer Products & Mass Merchandising (MEM-0804), now no Center");
        });
    }

    @Test
    void check_centerChangedInPlace_showsBothCenters() {
        Rulebook after = inRule(GOODS, "MEM-0826", rule -> rule.replace("CONSUMER_PRODUCTS", "AUTOMOTIVE_AEROSPACE"));

        assertThat(findings(after)).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(DiagnosticCode.PAST_CHANGED);
            assertThat(found.finding().message()).contains("now gives its numbers to Automotive & Aerospace");
            assertThat(found.example())
                    .startsWith("8715.00.00")
                    .endsWith(": Consumer Products & Mass Merchandising (MEM-0826), now Automotive & Aerospace"
                            + " (MEM-0826)");
        });
    }

    @Test
    void check_thresholdChangedInPlace_isToldOnce() {
        Rulebook after = inRule(
                PREDOMINANCE,
                "PRE-005",
                rule -> rule.replace("counted < 5", "counted < 8").replace("; 5 or", "; 8 or"));

        assertThat(messages(after))
                .containsExactly(
                        "past answers change from 2013-04-04 to 2026-11-29: PRE-005 now asks for `counted < 8`,"
                                + " before `counted < 5`; PRE-005 now says `{$n|line|lines} counted; 8 or more are usual`,"
                                + " before `{$n|line|lines} counted; 5 or more are usual`");
        assertThat(findings(after))
                .extracting(HistoryFinding::example)
                .containsExactly(
                        "counts { CEE007: 5 } on 2026-11-29: nothing, now review THIN_EVIDENCE on" + " PREDOMINANCE");
    }

    /** Each differs at one number only, so it is found at the threshold or one step beside it. */
    @ParameterizedTest
    @CsvSource({
        "PRE-005, counted < 5, counted <= 5, 'counts { CEE007: 5 } on 2026-11-29: nothing, now review THIN_EVIDENCE on"
                + " PREDOMINANCE'",
        "PRE-006, valueShare >= 0.50, valueShare > 0.50, 'review VALUE_POINTS_ELSEWHERE on PREDOMINANCE, now nothing'",
        "PRE-003, share < 0.50, share <= 0.50, 'now review NO_MAJORITY on PREDOMINANCE'",
    })
    void check_thresholdMovedByOneStep_isShownByFacts(String id, String was, String is, String example) {
        Rulebook after = inRule(PREDOMINANCE, id, rule -> rule.replace(was, is));

        assertThat(findings(after))
                .singleElement()
                .satisfies(found -> assertThat(found.example()).endsWith(example));
    }

    @Test
    void check_countingAndRoutingRules_areShownByFacts() {
        Rulebook window = inRule("counting/counting.drl", "CNT-001", rule -> rule.replace("12", "6"));
        Rulebook office =
                inRule("routing/activities.drl", "RTE-001", rule -> rule.replace("Office.CENTER", "Office.PORT"));

        assertThat(findings(window))
                .extracting(HistoryFinding::example)
                .containsExactly("any case on 2026-11-29: a window of 12 months, now a window of 6 months");
        assertThat(findings(office))
                .extracting(HistoryFinding::example)
                .containsExactly(
                        "activity ENTRY_SUMMARY, kind IMPORTER, account PLACED on 2026-11-29: office CENTER, now"
                                + " office PORT");
    }

    @Test
    void check_citationChanged_changesWhatOldDecisionsSay() {
        Rulebook after =
                inRule(GOODS, "MEM-0826", rule -> rule.replaceFirst("@citation\\(\"[^\"]*\"", "@citation(\"x\""));

        assertThat(findings(after)).singleElement().satisfies(found -> {
            assertThat(found.finding().message()).contains("MEM-0826 now cites `x`");
            assertThat(found.example()).startsWith("8715.00.00").endsWith(" on 2026-11-29");
        });
    }

    @Test
    void check_standingChanged_changesWhatOldDecisionsSay() {
        Rulebook after =
                inRule(GOODS, "MEM-0804", rule -> rule.replace("@standing(\"inferred:high\")", "@standing(\"found\")"));

        assertThat(messages(after)).singleElement().asString().contains("MEM-0804 now stands as `found`");
    }

    @Test
    void check_ruleDeleted_isToldAtItsFile() {
        Rulebook after = Rulebook.of(TestRulebook.without(BEFORE.files(), "PRE-005"));

        assertThat(findings(after)).singleElement().satisfies(found -> {
            assertThat(found.finding().message())
                    .isEqualTo(
                            "past answers change from 2013-04-04 to 2026-11-29: PRE-005 is no longer in force on days"
                                    + " on which it was");
            assertThat(found.finding().place()).hasToString("rules/placement/predominance.drl:1:1");
        });
    }

    @Test
    void check_fileDeleted_isToldAtTheFolder() {
        SortedMap<String, String> texts = new TreeMap<>(BEFORE.files().texts());
        texts.remove("placement/evidence.drl");

        assertThat(findings(Rulebook.of(new RuleFiles(texts))))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.finding().place()).hasToString("rules:1:1"));
    }

    @Test
    void check_ruleThatEndsBeforeYesterday_changesOnlyTheDaysBetween() {
        assertThat(findings(ended("2026-11-27"))).singleElement().satisfies(found -> {
            assertThat(found.rule()).hasToString("MEM-0826");
            assertThat(found.days()).hasToString("2026-11-28/2026-11-29");
        });
    }

    /** The last past day is the first day on which a rule may end, and its name may say so. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-29", "2026-11-30", "2026-12-01", "2030-06-30"})
    void check_ruleThatEndsFromYesterdayOn_isNoChange(String last) {
        assertThat(findings(ended(last))).isEmpty();
        assertThat(findings(inRule(
                        GOODS,
                        "MEM-0826",
                        rule -> rule.replace("/..", "/" + last)
                                .replace(" are Consumer Products", " were Consumer Products"))))
                .isEmpty();
    }

    @Test
    void check_endTakenBack_isNoChangeUnlessItPassed() {
        assertThat(findings(ended("2026-11-29"), BEFORE)).isEmpty();
        assertThat(findings(ended("2026-11-28"), BEFORE))
                .extracting(found -> found.days().toString())
                .containsExactly("2026-11-29/2026-11-29");
    }

    @Test
    void check_newRuleFromToday_isNoChange() {
        assertThat(findings(added("2026-11-30"))).isEmpty();
        assertThat(findings(added("2026-12-01"))).isEmpty();
    }

    @Test
    void check_newRuleFromYesterday_changesYesterday() {
        assertThat(findings(added("2026-11-29"))).singleElement().satisfies(found -> {
            assertThat(found.rule()).hasToString("MEM-0399");
            assertThat(found.days()).hasToString("2026-11-29/2026-11-29");
            assertThat(found.finding().message())
                    .isEqualTo("past answers change on 2026-11-29: MEM-0399 is in force on days on which it was not");
            assertThat(found.finding().sourceLine()).contains("@inForce(\"2026-11-29/..\")");
            assertThat(found.example())
                    .startsWith("4010.")
                    .endsWith(
                            ": Industrial & Manufacturing Materials (MEM-0923), now Automotive & Aerospace (MEM-0399)");
        });
    }

    @Test
    void check_intervalThatBeginsEarlier_isAChange() {
        Rulebook planned = added("2026-11-01");

        assertThat(findings(planned, added("2026-10-01")))
                .extracting(found -> found.rule() + " " + found.days())
                .containsExactly("MEM-0399 2026-10-01/2026-10-31");
        assertThat(findings(planned, added("2026-11-15")))
                .extracting(found -> found.rule() + " " + found.days())
                .containsExactly("MEM-0399 2026-11-01/2026-11-14");
    }

    @Test
    void check_commentsLayoutAndNamesOfVariables_areNoChange() {
        Rulebook after = changed(
                PREDOMINANCE,
                text -> "// a note\n" + text.replace("$c", "$where").replace("\nwhen\n", "\n\nwhen\n\n"));

        assertThat(after.hash()).isNotEqualTo(BEFORE.hash());
        assertThat(findings(after)).isEmpty();
    }

    @Test
    void check_ruleInAnotherFile_isNoChange() {
        SortedMap<String, String> texts = new TreeMap<>(BEFORE.files().texts());
        texts.put("placement/courier.drl", String.valueOf(texts.remove("placement/eligibility.drl")));

        assertThat(findings(Rulebook.of(new RuleFiles(texts)))).isEmpty();
    }

    @Test
    void check_sameRangeInOtherWords_isNoChange() {
        assertThat(findings(inRule(GOODS, "MEM-0804", rule -> rule.replace("heading >= 3303", "heading > 3302"))))
                .isEmpty();
    }

    @Test
    void check_rulesBeforeTheFirstCoveredDay_changeNothing() {
        Rulebook after = changed(PREDOMINANCE, text -> text + placement("2001-01-01/2013-04-03"));

        assertThat(findings(after)).isEmpty();
        assertThat(findings(changed(PREDOMINANCE, text -> text + placement("2001-01-01/2013-04-04"))))
                .extracting(found -> found.days().toString())
                .containsExactly("2013-04-04/2013-04-04");
    }

    @Test
    void check_nameOfAPlacementRule_isPrintedAndStays() {
        Rulebook after = inRule(PREDOMINANCE, "PRE-005", rule -> rule.replaceFirst("fewer than five", "fewer than 5"));

        assertThat(messages(after)).singleElement().asString().contains("PRE-005 now is called");
    }

    /** An id that goes on with a narrower range from tomorrow leaves the past alone, and yet it means something else. */
    @Test
    void check_idWithAnotherRangeFromTomorrow_isReused() {
        Rulebook after = changed(
                GOODS, text -> replaceInRule(text, "MEM-0804", rule -> rule.replace("/..", "/2026-11-30")) + """

                        rule "MEM-0804 Perfumes (3303-3306) are Consumer Products"
                            @id("MEM-0804") @citation("test") @standing("found") @inForce("2026-12-01/..")
                        when
                            $hts : HtsNumber( heading >= 3303, heading <= 3306 )
                        then
                            insert(new Membership($hts, Center.CONSUMER_PRODUCTS));
                        end
                        """);

        assertThat(findings(after)).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(DiagnosticCode.ID_REUSED);
            assertThat(found.rule()).hasToString("MEM-0804");
            assertThat(found.days()).hasToString("2026-12-01/..");
            assertThat(found.finding().message())
                    .isEqualTo(
                            "the id `MEM-0804` means something else than before: MEM-0804 now covers `3303` to `3306`,"
                                    + " before `3303` to `3307`");
        });
    }

    @Test
    void check_idWithAnotherThresholdFromTomorrow_isReused() {
        Rulebook after = changed(
                PREDOMINANCE, text -> replaceInRule(text, "PRE-005", rule -> rule.replace("/..", "/2026-12-31")) + """

                        rule "PRE-005 THIN_EVIDENCE: fewer than eight lines were counted"
                            @id("PRE-005") @citation("test") @standing("found") @inForce("2027-01-01/..")
                            @says("{$n|line|lines} counted; 8 or more are usual")
                        when
                            Totals( counted > 0, counted < 8, $n : counted )
                        then
                            insert(new Review(ReviewCode.THIN_EVIDENCE, Basis.PREDOMINANCE));
                        end
                        """);

        assertThat(findings(after))
                .extracting(found -> found.code() + " " + found.rule())
                .containsExactly("ID_REUSED PRE-005");
    }

    /** A new citation from tomorrow on is the same rule. */
    @Test
    void check_idThatGoesOnUnderAnotherCitation_isNotReused() {
        Rulebook after = changed(
                GOODS,
                text -> replaceInRule(text, "MEM-0826", rule -> rule.replace("/..", "/2026-12-31"))
                        + "\nrule \"MEM-0826 Baby carriages (8715) are Consumer Products\"\n"
                        + "@id(\"MEM-0826\") @citation(\"another\") @standing(\"found\") @inForce(\"2027-01-01/..\")\n"
                        + "when $hts : HtsNumber( heading == 8715 )\n"
                        + "then insert(new Membership($hts, Center.CONSUMER_PRODUCTS));\nend\n");

        assertThat(findings(after)).isEmpty();
    }

    @Test
    void check_untilTheFirstCoveredDay_thereIsNoPast() {
        Rulebook after = inRule(GOODS, "MEM-0804", rule -> rule.replace("heading >= 3303", "heading >= 3304"));

        for (LocalDate today : List.of(LocalDate.of(2013, 4, 4), LocalDate.of(2001, 1, 1))) {
            assertThat(new HistoryProof(TestFolders.SCHEDULE).check(new History(BEFORE, today), after))
                    .extracting(HistoryFinding::code)
                    .containsExactly(DiagnosticCode.ID_REUSED);
        }
    }

    @Test
    void check_folderAgainstHistory_isRefusedAndStillRunsItsCases() {
        CheckReport report = new RulebookCheck(TestFolders.SCHEDULE)
                .check(
                        TestFolders.with(
                                TestFolders.SMALL,
                                "placement/predominance.drl",
                                text -> text.replace("counted < 5", "counted < 4")
                                        .replace("5 or more", "4 or more")),
                        new History(Rulebook.of(TestFolders.SMALL.rules()), TODAY));

        assertThat(report.diagnostics()).extracting(Diagnostic::code).contains(DiagnosticCode.PAST_CHANGED);
        assertThat(report.sound()).isFalse();
        assertThat(report.summary().complete()).isTrue();
    }

    private static Rulebook ended(String last) {
        return inRule(GOODS, "MEM-0826", rule -> rule.replace("/..", "/" + last));
    }

    private static Rulebook added(String first) {
        return changed(VEHICLES, text -> text + """

                rule "MEM-0399 Belts (4010) are Automotive & Aerospace"
                    @id("MEM-0399") @citation("test") @standing("found") @inForce("%s/..")
                when
                    $hts : HtsNumber( subheading >= 401000, subheading <= 401099 )
                then
                    insert(new Membership($hts, Center.AUTOMOTIVE_AEROSPACE));
                end
                """.formatted(first));
    }

    private static String placement(String days) {
        return "\nrule \"PRE-099 something\"\n@id(\"PRE-099\") @citation(\"c\") @standing(\"found\") @inForce(\"" + days
                + "\")\nwhen\n Totals( counted > 900 )\nthen\n insert(new Review(ReviewCode.TIE,"
                + " Basis.PREDOMINANCE));\nend\n";
    }

    private static List<String> messages(Rulebook after) {
        return findings(after).stream().map(found -> found.finding().message()).toList();
    }

    private static List<HistoryFinding> findings(Rulebook after) {
        return findings(BEFORE, after);
    }

    private static List<HistoryFinding> findings(Rulebook before, Rulebook after) {
        return new HistoryProof(TestFolders.SCHEDULE).check(new History(before, TODAY), after);
    }

    private static Rulebook inRule(String path, String id, UnaryOperator<String> change) {
        return changed(path, text -> replaceInRule(text, id, change));
    }

    private static String replaceInRule(String text, String id, UnaryOperator<String> change) {
        int start = text.indexOf("rule \"" + id);
        int end = text.indexOf("\nend", start);
        String rule = text.substring(start, end);
        String changed = change.apply(rule);
        assertThat(changed).isNotEqualTo(rule);
        return text.substring(0, start) + changed + text.substring(end);
    }

    private static Rulebook changed(String path, UnaryOperator<String> change) {
        SortedMap<String, String> texts = new TreeMap<>(BEFORE.files().texts());
        String before = texts.getOrDefault(path, "");
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        texts.put(path, after);
        return Rulebook.of(new RuleFiles(texts));
    }
}
