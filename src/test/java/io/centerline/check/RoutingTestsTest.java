package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an analyst reads of cases and scenarios of routing that differ from the answer. */
class RoutingTestsTest {
    private static final String CASES = "routing/entries.cases.yaml";

    @Test
    void check_caseToldOtherwise_saysWhereItGoes() {
        assertThat(messages(CASES, "routing:   CENTER CEE010 on DIRECTED", "routing:   CENTER CEE005 on ACCOUNT"))
                .containsExactly("`routing` differs: the rules say `CENTER CEE010 on DIRECTED`");
    }

    @Test
    void check_caseThatFires_isNoNearMiss() {
        assertThat(messages(CASES, "since: 2026-11-26", "since: 2026-11-20"))
                .containsExactly(
                        "this is no near miss: RTE-101 fires",
                        "`routing` differs: the rules say `CENTER CEE005 on ACCOUNT`");
    }

    @Test
    void check_caseOfNoActivity_namesTheNearest() {
        assertThat(messages(
                        CASES, "activity: LIQUIDATION, counts: { CEE007: 9 }, account", "activity: LIQUIDATE, account"))
                .containsExactly("`activity` is not a word known here: `LIQUIDATE`");
    }

    @Test
    void check_caseWithEvidence_isToldThatRoutingHasNone() {
        assertThat(messages(CASES, "kind: BROKER, counts", "evidence: [ ], kind: BROKER, counts"))
                .containsExactly("`facts` has no key `evidence`");
    }

    @Test
    void check_scenarioToldOtherwise_saysWhatTheRoutingSays() {
        assertThat(messages(
                        "scenarios/not-a-center-function.yaml",
                        "center: CEE005\n      port: \"4101\"",
                        "center: CEE007\n      port: \"4101\""))
                .containsExactly("`center` differs: the routing says `CEE005`, decided by ACC-001, RTE-041, RTE-101");
    }

    @Test
    void check_scenarioWithoutAPort_saysThatOneIsNeeded() {
        assertThat(messages("scenarios/not-a-center-function.yaml", ", port: \"4101\" }", " }"))
                .contains(
                        "the request is refused: `entry.port` is required, since the port director handles `EXAMINATION`");
    }

    @Test
    void check_caseWithBothAnswers_isRefused() {
        assertThat(messages(
                        "scenarios/not-a-center-function.yaml",
                        "request: { activity: EXAMINATION }",
                        "request: { activity: EXAMINATION }\n    decision: { }"))
                .contains("a case has no key `decision`");
    }

    private static List<String> messages(String path, String old, String replacement) {
        RuleFolder folder = TestFolders.with(TestFolders.SHIPPED, path, text -> text.replace(old, replacement));
        return TestFolders.check(folder).diagnostics().stream()
                .filter(diagnostic -> diagnostic.code() != DiagnosticCode.EVIDENCE_AGAINST)
                .map(diagnostic -> diagnostic.finding().message())
                .toList();
    }
}
