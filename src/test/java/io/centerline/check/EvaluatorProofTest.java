package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.FaultyEngine;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.vocabulary.Totals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorProofTest {
    /** The stages beside the one that a test changes. */
    private static final AgreedRules OTHERS = new AgreedRules();

    @Test
    void check_shippedRules_findsNothing() {
        assertThat(diagnostics(TestRulebook.shared())).isEmpty();
    }

    /** The cases at the edges make every rule of placement fire, so an engine that forgets one is found out. */
    @Test
    void check_engineThatForgetsOneRuleOfPlacement_isFoundOutAtThatRule() {
        AtomicReference<String> forgotten = new AtomicReference<>("");
        TreeMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.keySet().removeIf(path -> path.startsWith("routing/"));
        Rulebook rulebook = FaultyEngine.forgetting(new RuleFiles(texts), forgotten::get);
        List<Rule> placement = rulebook.rules().stream()
                .filter(rule -> rule.stage() == Stage.PLACEMENT)
                .toList();
        assertThat(placement).hasSizeGreaterThan(10);
        for (Rule rule : placement) {
            forgotten.set(rule.id().text());

            assertFoundOut(rulebook, rule.id().text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEM-0900", "CNT-002", "RTE-001", "RTE-101", "RTE-103"})
    void check_engineThatForgetsOneRule_isFoundOutAtThatRule(String id) {
        assertFoundOut(FaultyEngine.forgetting(TestRulebook.small(), id), id);
    }

    /** A threshold that no other rule has is met to the line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tally( share == 0.37 )",
                "Tally( margin == 0.123 )",
                "Tally( valueShare == 0.0101 )",
                "Tally( value == 12345.67 )",
                "Totals( counted == 1234567 )",
                "Tally( count == 98765, center == Center.PETROLEUM_MINERALS )",
                "accumulate( Tally( $n : count ); $sum : sum($n); $sum == 4321 )",
                "Tally( share > 0.3699, share < 0.3701 )",
                "Totals( notCounted == 7 )",
                "accumulate( Tally(); $n : count(); $n == 6 )",
                "Tally( center != Center.PHARMACEUTICALS, center != Center.AGRICULTURE, center != Center.APPAREL_TEXTILES,"
                        + " center == Center.PETROLEUM_MINERALS, count == 777 )",
            })
    void check_ruleWithAThreshold_isAskedAtIt(String condition) {
        TreeMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.put("placement/edge.drl", """
                package rules.placement;
                import io.centerline.rulebook.vocabulary.*;
                rule "PRE-900 at the edge"
                    @id("PRE-900") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    %s
                then
                    insert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));
                end
                """.formatted(condition));

        assertFoundOut(FaultyEngine.forgetting(new RuleFiles(texts), "PRE-900"), "PRE-900", OTHERS);
    }

    /** More than one in a row, and each is met to the line. */
    @Test
    void list_manyThresholds_areAllMet() {
        StringBuilder text =
                new StringBuilder("package rules.placement;\nimport io.centerline.rulebook.vocabulary.*;\n");
        for (int i = 0; i < 400; i++) {
            text.append("""
                    rule "PRE-%03d edge" @id("PRE-%03d") @citation("test") @standing("found") @inForce("2013-04-04/..")
                    when
                        Totals( counted == %d )
                    then
                        insert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));
                    end
                    """.formatted(500 + i, 500 + i, 1_000 + 10 * i));
        }
        List<Rule> rules = RuleReading.of(new RuleFiles(new TreeMap<>(Map.of("placement/edges.drl", text.toString()))))
                .rules();

        List<List<Object>> cases = new BoundaryCases(rules, LocalDate.of(2026, 11, 25)).list();

        assertThat(cases.stream()
                        .flatMap(List::stream)
                        .filter(Totals.class::isInstance)
                        .map(fact -> ((Totals) fact).counted()))
                .containsAll(LongStream.range(0, 400)
                        .map(i -> 1_000 + 10 * i)
                        .boxed()
                        .toList());
        assertThat(cases).as("so many are asked in seconds").hasSizeLessThanOrEqualTo(2_502);
    }

    @Test
    void check_rulesOnWhichBothAgreedBefore_areNotAskedAgain() {
        AgreedRules agreed = new AgreedRules();
        AtomicInteger asked = new AtomicInteger();
        Supplier<Rulebook> rulebook = () -> FaultyEngine.forgetting(TestRulebook.small(), () -> {
            asked.incrementAndGet();
            return "";
        });
        assertThat(diagnostics(rulebook.get(), agreed)).isEmpty();
        int first = asked.getAndSet(0);

        assertThat(diagnostics(rulebook.get(), agreed)).isEmpty();

        assertThat(asked.get()).isBetween(1, first / 10);
    }

    @Test
    void check_rulesOnWhichBothDisagreedBefore_areAskedAgain() {
        AgreedRules agreed = new AgreedRules();
        Rulebook rulebook = FaultyEngine.forgetting(TestRulebook.small(), "PRE-001");

        assertFoundOut(rulebook, "PRE-001", agreed);
        assertFoundOut(rulebook, "PRE-001", agreed);
    }

    /** A day more in one rule of a stage, and the stage is asked: what the engine forgets of it is found out. */
    @ParameterizedTest
    @ValueSource(strings = {"PRE-001", "CNT-002", "RTE-101"})
    void check_ruleThatChangedSinceBothAgreed_isAskedAgain(String id) {
        AgreedRules agreed = new AgreedRules();
        RuleFiles small = TestRulebook.small();
        assertThat(diagnostics(Rulebook.of(small), agreed)).isEmpty();
        TreeMap<String, String> texts = new TreeMap<>(small.texts());
        texts.replaceAll((path, text) -> {
            int rule = text.indexOf("@id(\"" + id + "\")");
            return rule < 0
                    ? text
                    : text.substring(0, rule) + text.substring(rule).replaceFirst("-\\d\\d/", "-20/");
        });
        assertThat(texts).isNotEqualTo(small.texts());

        assertFoundOut(FaultyEngine.forgetting(new RuleFiles(texts), id), id, agreed);
    }

    private static void assertFoundOut(Rulebook rulebook, String id) {
        assertFoundOut(rulebook, id, new AgreedRules());
    }

    private static void assertFoundOut(Rulebook rulebook, String id, AgreedRules agreed) {
        assertThat(diagnostics(rulebook, agreed)).as(id).isNotEmpty().allSatisfy(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.EVALUATORS_DISAGREE);
            assertThat(diagnostic.finding().message())
                    .isEqualTo("the two evaluators of the rules conclude different things from " + id);
        });
    }

    private static List<Diagnostic> diagnostics(Rulebook rulebook) {
        return diagnostics(rulebook, new AgreedRules());
    }

    private static List<Diagnostic> diagnostics(Rulebook rulebook, AgreedRules agreed) {
        Diagnostics diagnostics = new Diagnostics();
        EvaluatorProof.check(rulebook, new Disagreements(rulebook.files(), diagnostics), agreed);
        return diagnostics.list();
    }
}
