package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The engine and the reader of the syntax tree conclude the same from random facts, under random rules over the whole
 * language. {@code -Dfuzz.comparisons} sets how many comparisons all stages make together.
 */
class EvaluatorsAgreeTest {
    private static final long COMPARISONS = Long.getLong("fuzz.comparisons", 20_000L);
    private static final int FACTS = (int) Math.min(2_000, Math.max(200, COMPARISONS / 4_000));
    private static final int RULES = 12;

    @ParameterizedTest
    @EnumSource(Stage.class)
    void fire_randomRulesAndFacts_isWhatTheReaderSays(Stage stage) {
        Random random = new Random(20_261_130L + stage.folder().charAt(0));
        RandomCases cases = new RandomCases(random);
        Function<Random, String> rules = rules(stage);
        long begun = System.nanoTime();
        long compared = 0;
        long concluded = 0;
        long fired = 0;
        while (compared < COMPARISONS / 4) {
            String text = rules.apply(random);
            List<Rule> read = read(stage, text);
            StageRules both = new AgreedStage(KnowledgeStage.compile(stage, read));
            for (int i = 0; i < FACTS; i++) {
                List<?> facts = facts(stage, cases);
                try {
                    int firings = both.fire(facts).size();
                    concluded += firings;
                    fired += firings > 0 ? 1 : 0;
                } catch (EvaluatorsDisagree disagree) {
                    throw new AssertionError(disagree.getMessage() + "\nfrom " + facts + "\nunder\n" + text, disagree);
                }
                compared++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,d comparisons, %,d conclusions, %.0f s%n",
                stage.folder(),
                compared,
                concluded,
                (System.nanoTime() - begun) / 1e9);
        assertThat(fired).as("facts from which something follows").isGreaterThan(compared / 10);
    }

    private static Function<Random, String> rules(Stage stage) {
        return switch (stage) {
            case MEMBERSHIP -> random -> RandomRules.membership(RULES, random);
            case COUNTING -> random -> RandomRules.counting(RULES, random);
            case PLACEMENT -> random -> RandomRules.placement(RULES, random);
            case ROUTING -> random -> RandomRules.routing(RULES, random);
        };
    }

    private static List<?> facts(Stage stage, RandomCases cases) {
        return switch (stage) {
            case MEMBERSHIP -> cases.membership();
            case COUNTING -> cases.counting();
            case PLACEMENT -> cases.placement();
            case ROUTING -> cases.routing();
        };
    }

    private static List<Rule> read(Stage stage, String text) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(stage.folder() + "/random.drl", text);
        RuleReading reading = RuleReading.of(new RuleFiles(texts));
        List<Rule> rules = reading.rules();
        // A file of one stage alone lacks the others; nothing else may be wrong with it.
        assertThat(reading.findings())
                .as(text)
                .allSatisfy(finding -> assertThat(finding.message()).contains("no membership rule"));
        return rules;
    }
}
