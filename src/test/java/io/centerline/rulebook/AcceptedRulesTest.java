package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleReader;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.language.VocabularyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the reader accepts, the engine takes: nobody is told that a rule is well formed and cannot serve. */
class AcceptedRulesTest {
    private static final int RULES = 60;

    @Property(tries = 12)
    void compile_rulesThatTheReaderAccepts_isTakenByTheEngine(@ForAll long seed, @ForAll Stage stage) {
        Random random = new Random(seed);
        Map<String, String> texts = new TreeMap<>();
        List<Rule> accepted = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            String text = VocabularyRules.file(random, stage, i);
            List<Finding> findings = new ArrayList<>();
            List<Rule> rules = RuleReader.read("rules/" + stage.folder() + "/a.drl", stage, text, findings);
            assertThat(rules.isEmpty()).as(text).isEqualTo(!findings.isEmpty());
            rules.forEach(rule -> texts.put(rule.id().text(), text));
            accepted.addAll(rules);
        }

        assertThat(accepted).as("rules of %s that can be read", stage).hasSizeGreaterThan(RULES / 10);
        if (!compiles(stage, accepted)) {
            assertThat(accepted)
                    .allSatisfy(rule -> assertThat(compiles(stage, List.of(rule)))
                            .as(texts.get(rule.id().text()))
                            .isTrue());
            throw new AssertionError("the engine takes these rules one by one, not together: " + accepted);
        }
    }

    private static boolean compiles(Stage stage, List<Rule> rules) {
        try {
            KnowledgeStage.compile(stage, rules);
            return true;
        } catch (RulebookException refused) {
            return false;
        }
    }
}
