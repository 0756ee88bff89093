package io.centerline.editor;

import static io.centerline.editor.Drafts.CASES;
import static io.centerline.editor.Drafts.LARGEST;
import static io.centerline.editor.Drafts.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.check.Diagnostic;
import io.centerline.check.DiagnosticCode;
import io.centerline.check.History;
import io.centerline.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickFixesTest {
    private static final String PLACEMENT = "placement/predominance.drl";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            membership/consumer-products.drl | heading == 3401 | headin == 3401
            membership/consumer-products.drl | HtsNumber( heading == 3401 | HtsNumbre( heading == 3401
            membership/consumer-products.drl | Center.CONSUMER_PRODUCTS)); | Center.CONSUMER_PRODUCT));
            membership/consumer-products.drl | @standing("inferred:high") | @standing("inferred:hihg")
            membership/consumer-products.drl | package rules.membership; | package rules.placement;
            membership/consumer-products.drl | import io.centerline.rulebook.vocabulary.*; | import io.centerline.rulebook.*;
            membership/consumer-products.drl | rule "MEM-0801 Soap | rule "MEM-0899 Soap
            membership/consumer-products.drl | Soap (3401) | Soap (3402)
            membership/consumer-products.cases.yaml | - rule: MEM-0801 | - rul: MEM-0801
            membership/consumer-products.cases.yaml | center: CEE008, | center: CEE08,
            placement/predominance.drl | Tally( margin == 0, $n : count ) | Tally( margin = 0, $n : count )
            placement/predominance.drl | new Review(ReviewCode.TIE, | new Review(ReviewCode.TEI,
            placement/predominance.drl | not Tally( center | nto Tally( center
            evidence.yaml | kind: NOTICE | kind: NOTIC
            membership/consumer-products.drl | heading == 3401 | heading == 03401
            membership/consumer-products.drl | @inForce("2013-04-04/..") | @inForce("2013-04-04/..") @says("soap")
            """)
    void of_aMistakeWithOneWayToMendIt_mendsIt(String path, String right, String wrong) {
        String shipped = SHIPPED.text(path);
        int at = shipped.indexOf(right);
        assertThat(at).as(right).isNotNegative();
        Workspace draft = SHIPPED.with(path, shipped.substring(0, at) + wrong + shipped.substring(at + right.length()));
        List<QuickFix> fixes = draft.findings(path).stream()
                .flatMap(each -> QuickFixes.of(draft, each).stream())
                .toList();
        assertThat(fixes).as(draft.findings(path).toString()).isNotEmpty();
        assertThat(fixes.get(0).changed()).containsOnlyKeys(path);
        assertThat(fixes.get(0).changed().get(path)).isEqualTo(shipped);
    }

    @Test
    void of_anAttribute_takesItAway() {
        Workspace draft = Drafts.changed(PLACEMENT, "    @id(\"PRE-002\")", "    salience 10\n    @id(\"PRE-002\")");
        assertThat(applied(draft, PLACEMENT, DiagnosticCode.LANGUAGE)).isEqualTo(SHIPPED.text(PLACEMENT));
    }

    @Test
    void of_aRuleWithoutId_addsThatOfItsName() {
        Workspace draft = Drafts.changed(PLACEMENT, "    @id(\"PRE-002\") @citation", "    @citation");
        assertThat(applied(draft, PLACEMENT, DiagnosticCode.LANGUAGE))
                .contains("equal counts\"\n    @id(\"PRE-002\")\n");
    }

    @Test
    void of_aMembershipRuleWithoutCase_writesOneThatIsSound() {
        String cases = SHIPPED.text(CASES);
        int from = cases.indexOf("- rule: MEM-0803");
        int to = cases.indexOf("- rule: MEM-0804");
        Workspace draft = SHIPPED.with(CASES, cases.substring(0, from) + cases.substring(to));
        Diagnostic missing = found(draft, LARGEST, DiagnosticCode.CASE_MISSING);
        Workspace mended = draft.with(QuickFixes.of(draft, missing).get(0).changed());
        assertThat(mended.text(CASES)).contains("- rule: MEM-0803\n  fires:  { hts: \"3605.00.0030\"");
        assertThat(mended.check(null).sound()).isTrue();
        Workspace none = SHIPPED.without(CASES);
        assertThat(QuickFixes.of(none, found(none, LARGEST, DiagnosticCode.CASE_MISSING))
                        .get(0)
                        .changed())
                .containsOnlyKeys(CASES);
    }

    @Test
    void of_aRuleOfAnotherStageWithoutCase_offersNothing() {
        String cases = "placement/predominance.cases.yaml";
        Workspace draft = Drafts.changed(cases, "- rule: PRE-002\n", "- rule: PRE-001\n");
        assertThat(QuickFixes.of(draft, found(draft, PLACEMENT, DiagnosticCode.CASE_MISSING)))
                .isEmpty();
    }

    @Test
    void of_anIdUsedTwice_offersTheNextFreeOne() {
        String text = SHIPPED.text(LARGEST);
        String rule = text.substring(text.indexOf("rule \"MEM-0801"), text.indexOf("end\n") + 4);
        String path = "membership/more.drl";
        Workspace draft =
                SHIPPED.with(path, text.substring(0, text.indexOf("\n\n")) + "\n\n" + rule.replace("3401", "9990"));
        String next = "MEM-08"
                + (1
                        + SHIPPED.rules(LARGEST).stream()
                                .mapToInt(each ->
                                        Integer.parseInt(each.id().text().substring(6)))
                                .max()
                                .orElseThrow());
        assertThat(applied(draft, path, DiagnosticCode.ID_IN_FORCE_TWICE))
                .contains("rule \"" + next + " Soap", "@id(\"" + next + "\")");
    }

    @Test
    void of_aPastThatChanges_endsTheRuleAndBeginsAnew() {
        History history = new History(Rulebook.of(SHIPPED.folder().rules()), LocalDate.of(2026, 12, 1));
        Workspace draft = Drafts.changed(
                PLACEMENT, "Tally( margin > 0, margin < 0.10, $c", "Tally( margin > 0, margin < 0.15, $c");
        Workspace said = draft.with(
                PLACEMENT, draft.text(PLACEMENT).replace("a lead of less than 10 %", "a lead of less than 15 %"));
        Diagnostic changed = said.check(history).diagnostics().stream()
                .filter(each -> each.code() == DiagnosticCode.PAST_CHANGED || each.code() == DiagnosticCode.ID_REUSED)
                .filter(each -> !QuickFixes.of(said, each, history).isEmpty())
                .findFirst()
                .orElseThrow();
        Workspace mended =
                said.with(QuickFixes.of(said, changed, history).get(0).changed());
        assertThat(mended.text(PLACEMENT))
                .contains(
                        "@inForce(\"2013-04-04/2026-11-30\")",
                        "@inForce(\"2026-12-01/..\")",
                        "margin < 0.10",
                        "margin < 0.15");
        assertThat(mended.check(history).diagnostics())
                .extracting(Diagnostic::code)
                .doesNotContain(DiagnosticCode.PAST_CHANGED, DiagnosticCode.ID_REUSED);
        assertThat(QuickFixes.of(said, changed)).isEmpty();
    }

    @Test
    void of_aSentenceThatIsNotThatOfTheRule_writesIt() {
        Workspace draft = Drafts.changed(CASES, "`3401.11.1000` belongs", "`3401.11.1000` belonged");
        Diagnostic fails = draft.check(null).diagnostics().stream()
                .filter(each -> each.code() == DiagnosticCode.CASE_FAILS)
                .findFirst()
                .orElseThrow();
        assertThat(QuickFixes.of(draft, fails).get(0).changed().get(CASES)).isEqualTo(SHIPPED.text(CASES));
    }

    @Test
    void of_aRuleThatIsNotClosed_closesIt() {
        Workspace draft = Drafts.changed(
                PLACEMENT, "Basis.PREDOMINANCE));\nend\n\n// No rule", "Basis.PREDOMINANCE));\n\n// No rule");
        assertThat(applied(draft, PLACEMENT, DiagnosticCode.LANGUAGE)).isEqualTo(SHIPPED.text(PLACEMENT));
    }

    @Test
    void of_aPercentageWhereAShareIsMeant_writesTheShare() {
        String right = SHIPPED.text(PLACEMENT).replace("less than 50 % is no majority", "that is no majority");
        Workspace draft = SHIPPED.with(PLACEMENT, right.replace("share < 0.50", "share < 50"));
        assertThat(applied(draft, PLACEMENT, DiagnosticCode.ALWAYS_HOLDS)).isEqualTo(right);
    }

    @Test
    void of_anIdOfEvidenceUsedTwice_offersTheNextFreeOne() {
        Workspace draft = Drafts.changed("evidence.yaml", "- id: SRC-002\n", "- id: SRC-001\n");
        int pieces = SHIPPED.evidence().pieces().stream()
                .mapToInt(piece -> Integer.parseInt(piece.id().substring(4)))
                .max()
                .orElseThrow();
        assertThat(applied(draft, "evidence.yaml", DiagnosticCode.EVIDENCE_MALFORMED))
                .contains("- id: SRC-%03d\n".formatted(pieces + 1));
    }

    @Test
    void of_aContradiction_isLeftToAPerson() {
        Workspace draft = Drafts.changed(LARGEST, "heading == 3401", "heading == 3004");
        assertThat(QuickFixes.of(draft, found(draft, LARGEST, DiagnosticCode.CONTRADICTION)))
                .isEmpty();
    }

    private static Diagnostic found(Workspace draft, String path, DiagnosticCode code) {
        return draft.findings(path).stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static String applied(Workspace draft, String path, DiagnosticCode code) {
        List<QuickFix> fixes = draft.findings(path).stream()
                .filter(each -> each.code() == code)
                .flatMap(each -> QuickFixes.of(draft, each).stream())
                .toList();
        assertThat(fixes).isNotEmpty();
        return fixes.get(0).changed().getOrDefault(path, "");
    }
}
