package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.evidence.Strength;
import io.centerline.rulebook.evidence.Support;
import io.centerline.tariff.Center;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the evidence of the shipped rules carries, and what is told when it does not. */
class EvidenceProofTest {
    private static final String EVIDENCE = "evidence.yaml";

    @Test
    void check_listThatIsTakenAway_leavesItsRulesUnsupported() {
        CheckReport report = check(text -> text.replaceFirst("(?s)- id: SRC-001.*?(?=- id: SRC-002)", ""));

        assertThat(codes(report, DiagnosticCode.STANDING_UNSUPPORTED))
                .hasSize(9)
                .first()
                .satisfies(found -> {
                    assertThat(found.severity()).isEqualTo(Severity.ERROR);
                    assertThat(found.finding().message())
                            .isEqualTo("MEM-0101 says `found`, but no list or notice gives `2801` to `3302` to"
                                    + " Pharmaceuticals, Health & Chemicals on 2013-04-04");
                    assertThat(found.finding().place().file()).isEqualTo("rules/membership/pharmaceuticals.drl");
                });
        assertThat(report.sound()).isFalse();
    }

    @Test
    void check_listWithAHole_namesTheHole() {
        CheckReport report = check(text -> text.replace("8701-8711, 8713-8714", "8701-8706, 8708-8711, 8713-8714"));

        assertThat(codes(report, DiagnosticCode.STANDING_UNSUPPORTED))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.finding().message())
                            .startsWith("MEM-0307 says `found`, but no list or notice gives `8707`");
                    assertThat(found.related()).hasSize(1);
                });
    }

    @Test
    void check_listThatEndsBeforeTheRule_namesTheDay() {
        CheckReport report =
                check(text -> text.replaceFirst("(?s)(SRC-001.*?inForce: 2013-04-04/)\\.\\.", "$12026-12-31"));

        assertThat(codes(report, DiagnosticCode.STANDING_UNSUPPORTED))
                .hasSize(9)
                .allSatisfy(found -> assertThat(found.counterexample()).isEqualTo("2027-01-01"));
    }

    @Test
    void check_listOfAnotherCenter_supportsNothing() {
        CheckReport report = check(text -> text.replaceFirst("(?s)(SRC-006.*?center: )CEE005", "$1CEE010"));

        assertThat(codes(report, DiagnosticCode.STANDING_UNSUPPORTED))
                .extracting(found -> found.finding().message().substring(0, 8))
                .containsExactly("MEM-0510", "MEM-0518");
        assertThat(codes(report, DiagnosticCode.EVIDENCE_AGAINST))
                .filteredOn(found -> found.finding().message().startsWith("SRC-006"))
                .extracting(found -> found.finding().message())
                .contains(
                        "SRC-006 (79 FR 13322, per Import Compliance of 9 Mar 2014) speaks for Machinery, but MEM-0510"
                                + " (`found`) gives `7415` to Base Metals from 2014-03-10 on");
    }

    /** CBP's data weighs less than a notice: a rule is not found because of it. */
    @Test
    void check_dataInPlaceOfTheNotice_supportsNothing() {
        CheckReport report = check(text -> text.replaceFirst("(?s)(SRC-003.*?kind: )NOTICE", "$1CBP_DATA"));

        assertThat(codes(report, DiagnosticCode.STANDING_UNSUPPORTED))
                .singleElement()
                .satisfies(found -> assertThat(found.finding().message()).startsWith("MEM-0303"));
    }

    @Test
    void check_shippedEvidence_tellsWhatSpeaksAgainstTheRules() {
        assertThat(codes(TestFolders.check(TestFolders.SHIPPED), DiagnosticCode.EVIDENCE_AGAINST))
                .hasSize(14)
                .extracting(found -> found.finding().message())
                .contains("SRC-052 (HQ H325770) speaks for Petroleum, Natural Gas & Minerals, but MEM-0501"
                        + " (`inferred:high`) gives `730441` to Base Metals from 2022-04-19 on")
                .noneMatch(message -> message.contains("overview"));
    }

    /** A published list decides: a rule that it contradicts is warned of, before all notes. */
    @Test
    void check_publishedListAgainstARule_isAWarningBeforeTheNotes() {
        CheckReport report =
                check(text -> text + "\n- id: SRC-900\n  kind: LIST\n  center: CEE010\n  ranges: [ \"8471\" ]\n"
                        + "  date: 2026-02-01\n  citation: a list\n  text: The list of Machinery has computers.\n");

        List<Diagnostic> against = codes(report, DiagnosticCode.EVIDENCE_AGAINST);
        assertThat(against).hasSize(15).first().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.finding().message()).startsWith("SRC-900 (a list) speaks for Machinery, but MEM-0712");
        });
        assertThat(against.subList(1, 15)).allMatch(found -> found.severity() == Severity.NOTE);
        assertThat(report.sound()).isTrue();
    }

    /** Evidence that speaks on other days than the rule is in force does not contradict it. */
    @Test
    void check_tires_areInNoContradiction() {
        assertThat(codes(TestFolders.check(TestFolders.SHIPPED), DiagnosticCode.EVIDENCE_AGAINST))
                .noneMatch(found -> found.finding().message().matches("(SRC-008|SRC-066) .*"));
    }

    @Test
    void check_malformedEvidence_isAnErrorAndNothingIsRun() {
        CheckReport report = check(text -> text.replaceFirst("kind: NOTICE", "kind: RUMOR"));

        assertThat(report.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(DiagnosticCode.EVIDENCE_MALFORMED);
            assertThat(found.finding().place()).hasToString("rules/evidence.yaml:9:9");
        });
        assertThat(report.rulebook()).isNull();
        assertThat(report.support()).isNull();
    }

    @Test
    void check_folderWithoutEvidence_isHeldToNothing() {
        CheckReport report = TestFolders.check(TestFolders.without(TestFolders.SHIPPED, EVIDENCE));

        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.support()).isNull();
        assertThat(report.hash()).isNotEqualTo(TestFolders.SHIPPED.rules().hash());
    }

    @Test
    void support_ofTheShippedRules_countsEveryNumberOnce() {
        Support support =
                Objects.requireNonNull(TestFolders.check(TestFolders.SHIPPED).support());

        assertThat(total(support, null).headings()).isEqualTo(1_228);
        assertThat(total(support, null).numbers()).isEqualTo(20_031);
        assertThat(total(support, Strength.NOTICE)).isEqualTo(new Total(199, 2_873));
        assertThat(total(support, Strength.CBP_DATA)).isEqualTo(new Total(63, 2_933));
        assertThat(support.rows())
                .contains(new Support.Row(Center.AUTOMOTIVE_AEROSPACE, Strength.NOTICE, 19, 445))
                .noneMatch(row -> row.strength() == Strength.LIST);
    }

    /** Notices about what left a Center in 2014 carry nothing today. */
    @Test
    void support_ofHeadingsThatLeft_restsOnWhatSpeaksToday() {
        Support support =
                Objects.requireNonNull(TestFolders.check(TestFolders.SHIPPED).support());

        assertThat(support.rows())
                .filteredOn(row -> row.center() == Center.MACHINERY)
                .noneMatch(row -> row.strength() == Strength.NOTICE);
    }

    private record Total(long headings, long numbers) {}

    private static Total total(Support support, @Nullable Strength strength) {
        List<Support.Row> rows = support.rows().stream()
                .filter(row -> strength == null || row.strength() == strength)
                .toList();
        return new Total(
                rows.stream().mapToLong(Support.Row::headings).sum(),
                rows.stream().mapToLong(Support.Row::numbers).sum());
    }

    private static CheckReport check(UnaryOperator<String> change) {
        RuleFolder folder = TestFolders.with(TestFolders.SHIPPED, EVIDENCE, change);
        return TestFolders.check(folder);
    }

    private static List<Diagnostic> codes(CheckReport report, DiagnosticCode code) {
        return report.diagnostics().stream()
                .filter(found -> found.code() == code)
                .toList();
    }
}
