package io.centerline.editor;

import static io.centerline.editor.Drafts.CASES;
import static io.centerline.editor.Drafts.LARGEST;
import static io.centerline.editor.Drafts.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.check.CheckReport;
import io.centerline.check.Diagnostic;
import io.centerline.check.DiagnosticCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

    @Test
    void findings_ofTheShippedRules_areNone() {
        assertThat(SHIPPED.files().keySet()).hasSizeGreaterThan(40);
        for (String path : SHIPPED.files().keySet()) {
            assertThat(SHIPPED.findings(path)).as(path).isEmpty();
        }
    }

    @Test
    void findings_ofAMisspelledField_pointAtIt() {
        Workspace draft = Drafts.changed(LARGEST, "heading == 3401", "headin == 3401");
        List<Diagnostic> findings = draft.findings(LARGEST);
        assertThat(findings).hasSize(1);
        Diagnostic found = findings.get(0);
        assertThat(found.code()).isEqualTo(DiagnosticCode.LANGUAGE);
        assertThat(found.finding().help()).isEqualTo("did you mean `heading`?");
        int at = draft.offset(found.finding().place());
        assertThat(draft.text(LARGEST).substring(at)).startsWith("headin ==");
    }

    @Test
    void findings_againstTheOtherFiles_areToldAtOnce() {
        assertThat(codes(Drafts.changed(LARGEST, "(3401)", "(3402)"), LARGEST))
                .containsExactly(DiagnosticCode.NAME_DIFFERS);
        assertThat(codes(Drafts.changed(CASES, "- rule: MEM-0801\n", "- rule: MEM-0899\n"), CASES))
                .containsExactly(DiagnosticCode.CASE_UNKNOWN_RULE);
        assertThat(codes(Drafts.changed(CASES, "- rule: MEM-0801\n", "- rule: MEM-0899\n"), LARGEST))
                .containsExactly(DiagnosticCode.CASE_MISSING);
        assertThat(codes(Drafts.changed(CASES, "asOf: 2026-01-01", "asOf: 2026-13-01"), CASES))
                .contains(DiagnosticCode.TEST_MALFORMED);
        assertThat(codes(Drafts.changed("evidence.yaml", "kind: NOTICE", "kind: NOTICES"), "evidence.yaml"))
                .contains(DiagnosticCode.EVIDENCE_MALFORMED);
        assertThat(codes(Drafts.changed(LARGEST, "heading == 3401", "heading == 3004"), LARGEST))
                .contains(DiagnosticCode.CONTRADICTION);
    }

    @Test
    void findings_ofAFileThatIsNotThere_areNone() {
        assertThat(SHIPPED.findings("membership/none.drl")).isEmpty();
        assertThat(SHIPPED.without(CASES).findings(CASES)).isEmpty();
        assertThat(codes(SHIPPED.without(CASES), LARGEST)).containsOnly(DiagnosticCode.CASE_MISSING);
    }

    @Test
    void with_oneTextChanged_readsOnlyThatOne() {
        Workspace draft = Drafts.changed(LARGEST, "(3401)", "(3402)");
        String other = "membership/electronics.drl";
        assertThat(draft.rules(other).get(0)).isSameAs(SHIPPED.rules(other).get(0));
        assertThat(draft.rules(LARGEST).get(0))
                .isNotSameAs(SHIPPED.rules(LARGEST).get(0));
        assertThat(draft.with(LARGEST, draft.text(LARGEST))).isSameAs(draft);
    }

    @Test
    void check_ofADraft_isThatOfTheCommand() {
        Workspace draft = Drafts.changed(LARGEST, "heading == 3401", "heading == 3406");
        CheckReport report = draft.check(null);
        assertThat(report.sound()).isFalse();
        assertThat(report.diagnostics()).extracting(Diagnostic::code).contains(DiagnosticCode.GAP);
        assertThat(SHIPPED.check(null).sound()).isTrue();
    }

    @Test
    void findings_ofEveryHalfTypedText_neverThrow() {
        String text = SHIPPED.text("placement/predominance.drl");
        String cases = SHIPPED.text("placement/predominance.cases.yaml");
        for (int at = 0; at < 2_000; at += 7) {
            Workspace draft = SHIPPED.with("placement/predominance.drl", text.substring(0, at))
                    .with("placement/predominance.cases.yaml", cases.substring(0, at));
            assertThat(draft.findings("placement/predominance.drl")).isNotNull();
            assertThat(draft.findings("placement/predominance.cases.yaml")).isNotNull();
            Completions.at(draft, "placement/predominance.drl", at);
            Completions.at(draft, "placement/predominance.cases.yaml", at);
        }
    }

    @Test
    void findings_ofTwoMegabytesPasted_areOne() {
        String pasted = "rule \"x\" ".repeat(250_000);
        assertThat(SHIPPED.with(LARGEST, pasted).findings(LARGEST))
                .singleElement()
                .satisfies(found -> assertThat(found.finding().message()).contains("longer than"));
        assertThat(SHIPPED.with(CASES, pasted).findings(CASES)).isNotEmpty();
        assertThat(SHIPPED.with("evidence.yaml", pasted).findings("evidence.yaml"))
                .isNotEmpty();
    }

    @Test
    void findings_onTheLargestFile_comeWhileTyping() {
        Workspace draft = SHIPPED;
        List<Long> took = new ArrayList<>();
        String text = SHIPPED.text(LARGEST);
        int at = text.indexOf("rule \"MEM-0820");
        String typed = "rule \"MEM-0899 Soap (3401) is Consumer Products\"\n    @id(\"MEM-0899\")";
        for (int i = 1; i <= typed.length(); i++) {
            long start = System.nanoTime();
            draft = draft.with(LARGEST, text.substring(0, at) + typed.substring(0, i) + text.substring(at));
            assertThat(draft.findings(LARGEST)).isNotEmpty();
            took.add(System.nanoTime() - start);
        }
        took.sort(Long::compare);
        Duration p95 = Duration.ofNanos(took.get(took.size() * 95 / 100));
        System.out.println("findings of the largest rule file while typing, p95: " + p95.toMillis() + " ms");
        assertThat(p95).isLessThan(Duration.ofMillis(1_500));
    }

    private static List<DiagnosticCode> codes(Workspace draft, String path) {
        return draft.findings(path).stream().map(Diagnostic::code).toList();
    }
}
