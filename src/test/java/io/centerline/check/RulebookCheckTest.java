package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.FaultyEngine;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.HtsNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulebookCheckTest {

    /** Every case and scenario of {@code rules/} passes, every rule has one and earns its place. */
    @Test
    void check_shippedRules_findsOnlyEvidenceAgainstThem() {
        CheckReport report = TestFolders.check(TestFolders.SHIPPED);

        assertThat(report.diagnostics()).isNotEmpty().allSatisfy(found -> {
            assertThat(found.severity()).isEqualTo(Severity.NOTE);
            assertThat(found.code()).isEqualTo(DiagnosticCode.EVIDENCE_AGAINST);
        });
        assertThat(report.sound()).isTrue();
        assertThat(report.rulebook()).isNotNull();
        CheckSummary summary = report.summary();
        assertThat(summary.complete()).isTrue();
        assertThat(summary.rules()).isGreaterThan(150).isEqualTo(summary.fired());
        assertThat(summary.cases()).isGreaterThanOrEqualTo(summary.rules());
        assertThat(summary.scenarios()).isGreaterThan(20);
        assertThat(summary.scenarioCases()).isGreaterThan(summary.scenarios());
        assertThat(summary.editions()).isGreaterThanOrEqualTo(3);
    }

    /** A generous bound for a machine that does other things too; the figure is in the performance notes. */
    @Test
    void check_shippedRules_takesSeconds() {
        Instant start = Instant.now();

        TestFolders.check(TestFolders.SHIPPED);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void check_smallRules_findsNothing() {
        CheckReport report = TestFolders.check(TestFolders.SMALL);

        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.sound()).isTrue();
    }

    /** The engine is at fault on the facts of one case alone, which the proof of the evaluators does not ask. */
    @Test
    void check_caseOnWhichTheEvaluatorsDisagree_isAFindingAtTheRule() {
        RulebookCheck faulty = new RulebookCheck(
                TestFolders.SCHEDULE,
                reading -> FaultyEngine.forgetting(
                        reading, facts -> facts.toString().contains("count=6, total=10") ? "PRE-001" : ""));

        CheckReport report = faulty.check(TestFolders.SMALL);

        assertThat(report.errors()).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("the two evaluators of the rules conclude different things from PRE-001");
            assertThat(finding.place().file()).isEqualTo("rules/placement/predominance.drl");
        });
    }

    /** One id, two meanings: the case of one interval shows nothing of the other. */
    @Test
    void check_idThatGoesOnOtherwise_needsACaseForEachInterval() {
        RuleFolder folder = TestFolders.with(TestFolders.SMALL, "membership/goods.drl", text -> {
            int at = text.indexOf("rule \"MEM-0801");
            String rule = text.substring(at);
            return text.substring(0, at) + rule.replace("2013-04-04/..", "2013-04-04/2026-06-30") + "\n"
                    + rule.replace("2013-04-04/..", "2026-07-01/..")
                            .replace("Center.CONSUMER_PRODUCTS", "Center.MACHINERY");
        });

        assertThat(TestFolders.check(folder).errors())
                .extracting(Finding::message)
                .containsExactly("MEM-0801 has no case from 2026-07-01 on");

        RuleFolder cased = TestFolders.with(folder, "membership/goods.cases.yaml", text -> text + """
                - rule: MEM-0801
                  fires:  { hts: "9001.10.0030", asOf: 2026-07-01, center: CEE010, sentence: "`9001.10.0030` belongs to Machinery under MEM-0801 (notice 0801)" }
                  nearly: { hts: "9801.00.1010", asOf: 2026-07-01, rule: none }
                """);
        assertThat(TestFolders.check(cased).errors()).isEmpty();
    }

    @Test
    void check_valueOfACenterThatIsNotCounted_isRefused() {
        RuleFolder folder = TestFolders.with(
                TestFolders.SMALL,
                "placement/predominance.cases.yaml",
                text -> text.replaceFirst(
                        "(counts: \\{ CEE007: 6, CEE010: 4 })",
                        "$1, values: { CEE007: \"1.00\", CEE001: \"500.00\" }"));

        assertThat(TestFolders.check(folder).errors()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("`values` names CEE001, of which `counts` has no line");
            assertThat(finding.place().line()).isEqualTo(3);
        });
    }

    @Test
    void check_sameFolderTwice_saysTheSame() {
        RuleFolder faulty = TestFolders.with(
                TestFolders.SHIPPED,
                "placement/predominance.drl",
                text -> text.replace("counted < 5", "counted < 6").replace("5 or more", "6 or more"));

        CheckReport report = TestFolders.check(faulty);

        assertThat(report.diagnostics())
                .isNotEmpty()
                .isEqualTo(TestFolders.check(faulty).diagnostics());
        assertThat(report.sound()).isFalse();
        assertThat(report.rulebook()).isNotNull();
    }

    @Test
    void check_folderWithoutTests_isOneFinding() {
        CheckReport report = TestFolders.check(new RuleFolder(TestFolders.SMALL.rules(), new TreeMap<>()));

        assertThat(report.diagnostics())
                .extracting(Diagnostic::code, Diagnostic::severity)
                .contains(tuple(DiagnosticCode.CASE_MISSING, Severity.ERROR));
        assertThat(report.diagnostics())
                .filteredOn(found -> found.code() == DiagnosticCode.CASE_MISSING)
                .hasSize(1);
    }

    /** What the proofs say of intervals is what the engine says of numbers. */
    @Test
    void claimMap_everyNumberOfTheSchedule_namesTheRuleThatDecides() {
        Rulebook rulebook = Rulebook.of(TestFolders.SHIPPED.rules());
        List<String> different = new ArrayList<>();
        for (InForce days : rulebook.periods()) {
            ClaimMap map = ClaimMap.of(days, rulebook.rules());
            Edition edition = rulebook.edition(days.from());
            for (HtsNumber number : TestFolders.SCHEDULE.numbers()) {
                List<Rule> claims = map.at(KnownNumbers.fill(number)).claims();
                Rule claimed = claims.isEmpty() ? null : claims.get(0);
                var classified = edition.classify(number);
                if (claimed != (classified == null ? null : classified.rule())) {
                    different.add(days + " " + number + ": " + claimed + ", decided " + classified);
                }
            }
        }
        assertThat(different).isEmpty();
    }
}
