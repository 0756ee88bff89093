package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFolder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ActivityProofTest {
    private static final String PATH = "routing/activities.drl";
    private static final String ACTIVITIES = TestFolders.SHIPPED.rules().texts().get(PATH);

    @Test
    void check_shippedActivities_areSettled() {
        assertThat(unsettled(text -> text)).isEmpty();
    }

    @Test
    void check_rulebookWithoutRouting_isNotAskedWhoHandlesWhat() {
        assertThat(unsettled(TestFolders.SMALL)).isEmpty();
    }

    @Test
    void check_activityWithoutRule_isNamed() {
        List<Diagnostic> found = unsettled(text -> text.replaceAll("(?ms)^rule \"RTE-005 .*?^end$", ""));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).finding().message()).isEqualTo("no rule says who handles PROTEST from 2017-01-19 on");
        assertThat(found.get(0).finding().place().toString()).isEqualTo("rules/routing/activities.drl:1:1");
        assertThat(found.get(0).counterexample()).isEqualTo("2017-01-19");
    }

    @Test
    void check_ruleThatEnds_leavesTheDaysAfterUnsettled() {
        List<Diagnostic> found = unsettled(text ->
                text.replaceFirst("(?s)(RTE-036 .*?@inForce\\(\")2017-01-19/\\.\\.", "$12017-01-19/2025-12-31"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).finding().message())
                .isEqualTo("no rule says who handles FINES_PENALTIES_FORFEITURES from 2026-01-01 on");
        assertThat(found.get(0).finding().sourceLine()).contains("2017-01-19/2025-12-31");
    }

    @Test
    void check_activityWithTwoRules_namesBoth() {
        List<Diagnostic> found = unsettled(text -> text.replace("Activity.MOVEMENT", "Activity.EXPORT"));

        assertThat(found)
                .extracting(diagnostic -> diagnostic.finding().message())
                .containsExactlyInAnyOrder(
                        "no rule says who handles MOVEMENT from 2017-01-19 on",
                        "2 rules say who handles EXPORT from 2017-01-19 on: RTE-033, RTE-034");
    }

    @Test
    void check_activityByAccount_namesTheAccountLeftOut() {
        List<Diagnostic> found = unsettled(text -> text.replaceAll("(?ms)^rule \"RTE-068 .*?^end$", ""));

        assertThat(found)
                .extracting(diagnostic -> diagnostic.finding().message())
                .containsExactly("no rule says who handles DRAWBACK of an account that is PENDING from 2024-10-01 on");
    }

    @Test
    void check_activityByAccountBesideOneForAll_namesBoth() {
        List<Diagnostic> found = unsettled(
                text -> text.replace("Activity.DRAWBACK, account == AccountStatus.PENDING )", "Activity.DRAWBACK )"));

        assertThat(found)
                .extracting(diagnostic -> diagnostic.finding().message())
                .contains(
                        "2 rules say who handles DRAWBACK of an account that is PLACED from 2024-10-01 on: RTE-066, RTE-068");
    }

    private static List<Diagnostic> unsettled(UnaryOperator<String> change) {
        RuleFolder folder = TestFolders.with(TestFolders.SMALL, PATH, text -> change.apply(ACTIVITIES));
        return unsettled(folder);
    }

    private static List<Diagnostic> unsettled(RuleFolder folder) {
        return TestFolders.check(folder).diagnostics().stream()
                .filter(diagnostic -> diagnostic.code() == DiagnosticCode.ACTIVITY_UNSETTLED)
                .toList();
    }
}
