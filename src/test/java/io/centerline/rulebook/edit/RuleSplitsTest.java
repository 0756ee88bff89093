package io.centerline.rulebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.check.CheckReport;
import io.centerline.check.History;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.tariff.Center;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RuleSplitsTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RuleFolder SHIPPED = RuleFolder.read(Path.of("rules"));
    private static final LocalDate DAY = LocalDate.of(2027, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static SortedMap<String, String> split(String id, NumberRange... parts) {
        return RuleSplits.split(SHIPPED, SCHEDULE, List.of(), id, DAY, List.of(parts));
    }

    private static NumberRange part(int from, int to) {
        return new NumberRange(4, from, to, Center.MACHINERY);
    }

    private static void assertSound(SortedMap<String, String> files) {
        CheckReport report = new RulebookCheck(SCHEDULE)
                .check(RuleFolder.of(files), new History(Rulebook.of(SHIPPED.rules()), TODAY));
        assertThat(report.errors()).isEmpty();
        assertThat(report.sound()).isTrue();
    }

    @Test
    void split_intoAllItHas_goesOnInParts() {
        SortedMap<String, String> files = split("MEM-0923", part(4001, 4009), part(4010, 4010));
        assertThat(files.get("membership/industrial-materials.drl"))
                .contains(
                        "(4001-4010) are Industrial Materials from 31 August 2021 to 30 June 2027\"",
                        "MEM-0924 Rubber, rubber sheets, hoses and belts (4001-4009) are Industrial Materials since 1 July 2027",
                        "// A part of MEM-0923 (4001-4010).",
                        "MEM-0925 Rubber, rubber sheets, hoses and belts (4010) are Industrial Materials since 1 July 2027");
        assertSound(files);
    }

    @Test
    void split_intoOtherParts_isRefusedWithWhatTheRuleHas() {
        for (NumberRange[] parts : new NumberRange[][] {
            {part(4001, 4010)},
            {part(4001, 4008), part(4010, 4010)},
            {part(4001, 4009), part(4009, 4010)},
            {part(4001, 4009), part(4010, 4011)},
            {part(4001, 4009), new NumberRange(6, 401000, 401099, Center.MACHINERY)}
        }) {
            assertThatThrownBy(() -> split("MEM-0923", parts))
                    .hasMessage("the parts are not what MEM-0923 has, which is `4001` to `4010`");
        }
    }

    @Test
    void end_ofAnException_leavesItsNumbersToTheCoarserRule() {
        SortedMap<String, String> files = RuleSplits.end(SHIPPED, SCHEDULE, List.of(), "MEM-0112", DAY);
        assertThat(files.get("membership/pharmaceuticals.drl")).contains("@inForce(\"2021-12-31/2027-06-30\")");
        assertThat(files.get("membership/pharmaceuticals.cases.yaml")).contains("asOf: 2027-07-01, rule: MEM-0905 }");
        assertSound(files);
    }

    @Test
    void end_thatCannotBe_saysWhy() {
        assertThatThrownBy(() -> RuleSplits.end(SHIPPED, SCHEDULE, List.of(), "MEM-0826", DAY))
                .hasMessage("`8715` would be in no Center from 2027-07-01 on");
        assertThatThrownBy(() -> RuleSplits.end(SHIPPED, SCHEDULE, List.of(), "MEM-0904", DAY))
                .hasMessage("MEM-0904 is not in force on 2027-07-01, but from 2013-04-04 to 2021-08-30");
        assertThatThrownBy(() -> RuleSplits.end(SHIPPED, SCHEDULE, List.of(), "MEM-9999", DAY))
                .hasMessage("there is no rule `MEM-9999`");
        assertThatThrownBy(() -> RuleSplits.end(SHIPPED, SCHEDULE, List.of(), "PRE-005", DAY))
                .hasMessage("PRE-005 claims no range of the tariff");
    }
}
