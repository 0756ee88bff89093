package io.centerline.rulebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeMovesTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RuleFolder SHIPPED = RuleFolder.read(Path.of("rules"));
    private static final LocalDate DAY = LocalDate.of(2027, 7, 1);

    private static String diff(RangeMove move) {
        return ChangedFiles.between(SHIPPED, RangeMoves.moved(SHIPPED, SCHEDULE, List.of(), move))
                .diff();
    }

    private static RangeMove move(int digits, int from, int to, Center center) {
        return new RangeMove(
                new NumberRange(digits, from, to, center), DAY, "an example", Standing.INFERRED_LOW, null, "", null);
    }

    private static List<String> lines(String diff, String sign) {
        return diff.lines()
                .filter(line -> line.startsWith(sign) && !line.startsWith(sign.repeat(3)))
                .map(line -> line.substring(1))
                .toList();
    }

    @Test
    void move_wholeRuleWithEvidence_endsItAndBeginsAnother() {
        RangeMove found = new RangeMove(
                new NumberRange(4, 8715, 8715, Center.AUTOMOTIVE_AEROSPACE),
                DAY,
                "92 FR 1",
                Standing.FOUND,
                null,
                "CBP has always had them beside cars.",
                new RangeMove.Source("NOTICE", LocalDate.of(2027, 5, 1), "The notice names them: \"prams\"."));
        String diff = diff(found);
        assertThat(lines(diff, "-"))
                .contains(
                        "rule \"MEM-0826 Baby carriages (8715) are Consumer Products\"",
                        "  nearly: { hts: \"8716.10.0030\", asOf: 2026-01-01, rule: MEM-0309 }")
                .hasSize(4);
        assertThat(lines(diff, "+"))
                .contains(
                        "rule \"MEM-0826 Baby carriages (8715) are Consumer Products until 30 June 2027\"",
                        "    @standing(\"inferred:medium\") @inForce(\"2013-04-04/2027-06-30\")",
                        "  nearly: { hts: \"8715.00.0020\", asOf: 2027-07-01, rule: MEM-0316 }",
                        "// Taken out of MEM-0826 (Consumer Products & Mass Merchandising). CBP has always had them beside cars.",
                        "rule \"MEM-0316 Baby carriages (8715) are Automotive & Aerospace since 1 July 2027\"",
                        "    @standing(\"found\") @inForce(\"2027-07-01/..\")",
                        "- rule: MEM-0316",
                        "  nearly: { hts: \"8715.00.0020\", asOf: 2027-06-30, rule: MEM-0826 }",
                        "- id: SRC-122",
                        "  ranges: [ \"8715\" ]",
                        "  text: \"The notice names them: \\\"prams\\\".\"");
    }

    @Test
    void move_middleOfARule_leavesBothSidesUnderNewIds() {
        assertThat(lines(diff(move(4, 4005, 4006, Center.MACHINERY)), "+"))
                .contains(
                        "rule \"MEM-0923 Rubber, rubber sheets, hoses and belts (4001-4010) are Industrial Materials"
                                + " from 31 August 2021 to 30 June 2027\"",
                        "// What MEM-0923 had beside 4005-4006.",
                        "    $hts : HtsNumber( heading >= 4001, heading <= 4004 )",
                        "    $hts : HtsNumber( heading >= 4007, heading <= 4010 )",
                        "    $hts : HtsNumber( heading >= 4005, heading <= 4006 )",
                        "- rule: MEM-0924",
                        "- rule: MEM-0925",
                        "- rule: MEM-1033");
    }

    @Test
    void move_finerThanTheRule_isAnExceptionBesideIt() {
        String diff = diff(move(6, 850110, 850110, Center.ELECTRONICS));
        assertThat(lines(diff, "+"))
                .contains(
                        "// Departs from MEM-1019 (Machinery).",
                        "    $hts : HtsNumber( subheading == 850110 )",
                        "    insert(new Membership($hts, Center.ELECTRONICS));");
        assertThat(lines(diff, "-")).noneMatch(line -> line.startsWith("rule ") || line.contains("@inForce"));
    }

    @Test
    void move_coarserThanTheRules_endsAllThatDiffer() {
        List<String> added = lines(diff(move(2, 86, 88, Center.MACHINERY)), "+");
        assertThat(added)
                .filteredOn(line -> line.contains("until 30 June 2027"))
                .hasSize(8);
        assertThat(added).contains("    $hts : HtsNumber( chapter >= 86, chapter <= 88 )");
    }

    @Test
    void move_toWhereTheNumbersAre_isRefusedWithTheRule() {
        assertThatThrownBy(() -> diff(move(4, 8715, 8715, Center.CONSUMER_PRODUCTS)))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining(
                        "belongs to Consumer Products & Mass Merchandising on 2027-07-01 already, by MEM-0826");
    }

    @Test
    void move_beforeALaterRule_isRefusedWithItsDay() {
        RuleFolder later =
                RuleFolder.of(RangeMoves.moved(SHIPPED, SCHEDULE, List.of(), move(4, 8715, 8715, Center.MACHINERY)));
        RangeMove earlier = new RangeMove(
                new NumberRange(4, 8712, 8716, Center.ELECTRONICS),
                DAY.minusYears(1),
                "an example",
                Standing.INFERRED_LOW,
                null,
                "",
                null);
        assertThatThrownBy(() -> RangeMoves.moved(later, SCHEDULE, List.of(), earlier))
                .isInstanceOf(EditRefused.class)
                .hasMessage(
                        "MEM-1033 claims `8715` from 2027-07-01 on, so `8712` to `8716` cannot move on 2026-07-01 for good");
    }

    @Test
    void move_withIdsUsedElsewhere_takesTheNextOne() {
        RuleFolder moved = RuleFolder.of(RangeMoves.moved(
                SHIPPED, SCHEDULE, List.of(new RuleId("MEM-1040")), move(4, 8715, 8715, Center.MACHINERY)));
        assertThat(moved.rules().texts().get("membership/machinery.drl")).contains("MEM-1041 Baby carriages");
    }

    @Test
    void move_acrossTheReservedChapter_leavesItOut() {
        String diff = diff(move(2, 76, 78, Center.MACHINERY));
        assertThat(lines(diff, "+"))
                .contains("    $hts : HtsNumber( chapter == 76 )", "    $hts : HtsNumber( chapter == 78 )")
                .noneMatch(line -> line.contains("chapter >= 76"));
    }
}
