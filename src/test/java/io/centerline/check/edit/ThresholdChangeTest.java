package io.centerline.check.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.check.CheckReport;
import io.centerline.check.History;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.edit.ChangedFiles;
import io.centerline.rulebook.edit.Grounds;
import io.centerline.rulebook.edit.ThresholdRules;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Schedule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdChangeTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RuleFolder SHIPPED = RuleFolder.read(Path.of("rules"));
    private static final LocalDate DAY = LocalDate.of(2027, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static SortedMap<String, String> change(
            String id, @Nullable String field, @Nullable String was, String number, LocalDate from) {
        ThresholdRules.Which which = new ThresholdRules.Which(id, field, was == null ? null : new BigDecimal(was));
        return new ThresholdChange(
                        which, new BigDecimal(number), from, new Grounds("an example", Standing.INFERRED_LOW, ""))
                .of(SHIPPED, SCHEDULE, List.of());
    }

    @Test
    void threshold_ofCountedLines_saysTheNumberEverywhereAndStandsAtBothEdges() {
        String diff = ChangedFiles.between(SHIPPED, change("PRE-005", null, null, "8", DAY))
                .diff();
        assertThat(diff.replace("\n \n", "\n\n")).isEqualTo("""
                --- a/placement/predominance.cases.yaml
                +++ b/placement/predominance.cases.yaml
                @@ -49,6 +49,26 @@
                     facts:     { asOf: 2026-11-25, counts: { CEE007: 5 } }
                     because:   "counted 5"
                     decision:  CEE007 on PREDOMINANCE
                +- rule: PRE-005
                +  fires:
                +    facts:     { asOf: 2027-06-30, counts: { CEE007: 4 } }
                +    concludes: review THIN_EVIDENCE on PREDOMINANCE
                +    sentence:  "4 lines counted; 5 or more are usual"
                +    decision:  CEE007 on PREDOMINANCE, review THIN_EVIDENCE
                +  nearly:
                +    facts:     { asOf: 2027-07-01, counts: { CEE007: 4 } }
                +    because:   "not in force"
                +    decision:  CEE007 on PREDOMINANCE, review THIN_EVIDENCE
                +- rule: PRE-009
                +  fires:
                +    facts:     { asOf: 2027-07-01, counts: { CEE007: 7 } }
                +    concludes: review THIN_EVIDENCE on PREDOMINANCE
                +    sentence:  "7 lines counted; 8 or more are usual"
                +    decision:  CEE007 on PREDOMINANCE, review THIN_EVIDENCE
                +  nearly:
                +    facts:     { asOf: 2027-07-01, counts: { CEE007: 8 } }
                +    because:   "counted 8"
                +    decision:  CEE007 on PREDOMINANCE
                 - rule: PRE-006
                   fires:
                     facts:     { asOf: 2026-11-25, counts: { CEE007: 8, CEE010: 2 }, values: { CEE007: "500.00", CEE010: "500.00" } }
                --- a/placement/predominance.drl
                +++ b/placement/predominance.drl
                @@ -45,7 +45,7 @@

                 rule "PRE-005 THIN_EVIDENCE: fewer than five lines were counted"
                     @id("PRE-005") @citation("19 CFR 101.10") @standing("inferred:low")
                -    @inForce("2013-04-04/..")
                +    @inForce("2013-04-04/2027-06-30")
                     @says("{$n|line|lines} counted; 5 or more are usual")
                 when
                     Totals( counted > 0, counted < 5, $n : counted )
                @@ -53,6 +53,17 @@
                     insert(new Review(ReviewCode.THIN_EVIDENCE, Basis.PREDOMINANCE));
                 end

                +// Continues PRE-005 with 8 in place of 5.
                +rule "PRE-009 THIN_EVIDENCE: fewer than eight lines were counted"
                +    @id("PRE-009") @citation("an example") @standing("inferred:low")
                +    @inForce("2027-07-01/..")
                +    @says("{$n|line|lines} counted; 8 or more are usual")
                +when
                +    Totals( counted > 0, counted < 8, $n : counted )
                +then
                +    insert(new Review(ReviewCode.THIN_EVIDENCE, Basis.PREDOMINANCE));
                +end
                +
                 // The number of goods decides, not their value; high relative value is a factor that a person must find.
                 rule "PRE-006 VALUE_POINTS_ELSEWHERE: another Center holds at least half of the value"
                     @id("PRE-006") @citation("19 CFR 101.10") @standing("inferred:medium")
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PRE-003 | share      |    | 0.6  | less than 60 % of the lines\"              | CEE007: 59, CEE010: 41",
                "PRE-003 |            |    | 0.4  | less than 40 % is no majority               | CEE007: 39, CEE010: 31, CEE005: 30",
                "PRE-004 |            |    | 0.15 | ahead by less than fifteen points           | CEE007: 114, CEE010: 86",
                "PRE-004 |            |    | 0.1  |                                             |",
                "PRE-006 |            |    | 0.6  | at least 60 % of the value                  | CEE007: \"400.00\", CEE010: \"600.00\"",
                "PRE-007 |            |    | 3    | Totals( unclearGoods > 3, $n : unclearGoods | SEVERAL_GOODS: 4",
                "CNT-007 |            |    | 11   | LineShape( entryType == 11 )                | entryType: \"11\"",
                "CNT-010 |            | 47 | 46   | (types 41 to 46) does not vote              | entryType: \"46\"",
                "CNT-008 |            | 21 | 20   | (types 20 and 22) does not vote             | entryType: \"20\"",
            })
    void threshold_ofAnyKind_saysTheNumberAndStandsAtItsEdge(
            String id,
            @Nullable String field,
            @Nullable String was,
            String number,
            @Nullable String rule,
            @Nullable String fact) {
        if (rule == null) {
            assertThatThrownBy(() -> change(id, field, was, number, DAY)).hasMessageContaining("already");
            return;
        }
        SortedMap<String, String> files = change(id, field, was, number, DAY);
        String diff = ChangedFiles.between(SHIPPED, files).diff();
        assertThat(diff).contains(rule, fact);
    }

    @Test
    void thresholds_severalInOneFolder_areSoundTogether() {
        RuleFolder folder = SHIPPED;
        for (String change : List.of("PRE-003 0.4", "PRE-004 0.15", "PRE-006 0.6", "PRE-007 3", "CNT-007 11")) {
            String[] words = change.split(" ");
            folder = RuleFolder.of(new ThresholdChange(
                            new ThresholdRules.Which(words[0], null, null),
                            new BigDecimal(words[1]),
                            DAY,
                            new Grounds("an example", Standing.INFERRED_LOW, "A sentence."))
                    .of(folder, SCHEDULE, List.of()));
        }
        CheckReport report =
                new RulebookCheck(SCHEDULE).check(folder, new History(Rulebook.of(SHIPPED.rules()), TODAY));
        assertThat(report.errors()).isEmpty();
        assertThat(report.sound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PRE-001 | | 8 | PRE-001 compares nothing with a number",
                "CNT-008 | | 8 | CNT-008 compares with several numbers: entryType 21, entryType 22",
                "PRE-005 | share | 8 | PRE-005 has no such number; it compares with counted 0, counted 5",
                "MEM-0826 | | 8 | MEM-0826 is a rule of membership: its numbers are a range of the tariff",
                "PRE-999 | | 8 | there is no rule `PRE-999`",
                "PRE-005 | | 8.5 | the changed rules would not be sound",
                "PRE-003 | | 7 | no case shows PRE-009 at 7",
            })
    void threshold_thatCannotBe_saysWhy(String id, @Nullable String field, String number, String said) {
        assertThatThrownBy(() -> change(id, field, null, number, DAY)).hasMessageContaining(said);
    }
}
