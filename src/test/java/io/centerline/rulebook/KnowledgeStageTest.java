package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeStageTest {

    /** Rules of another stage stand for whatever the language lets through and the engine does not. */
    @Test
    void compile_rulesTheEngineDoesNotTake_areNamedInOurWords() {
        List<Rule> strangers = TestRulebook.shared().rules().stream()
                .filter(rule -> rule.stage() == Stage.MEMBERSHIP)
                .limit(2)
                .toList();

        RulebookException refused =
                catchThrowableOfType(RulebookException.class, () -> KnowledgeStage.compile(Stage.COUNTING, strangers));

        assertThat(refused.findings())
                .extracting(finding -> finding.place())
                .containsExactlyElementsOf(strangers.stream().map(Rule::place).toList());
        assertThat(refused.findings())
                .allSatisfy(finding -> assertThat(finding.message())
                        .isEqualTo("the rule is well formed, but the engine cannot take it"));
        assertThat(refused.getCause()).hasMessageContaining("HtsNumber");
    }

    /** What is asked without a rule is read from the tree; with all rules there it must say what the engine says. */
    @Test
    void readStage_sameRules_saysWhatTheEngineSays() {
        Rulebook rulebook = TestRulebook.shared();
        for (InForce days : rulebook.periods()) {
            List<Rule> counting = rulebook.rules().stream()
                    .filter(rule ->
                            rule.stage() == Stage.COUNTING && rule.inForce().contains(days.from()))
                    .toList();
            StageRules compiled = KnowledgeStage.compile(Stage.COUNTING, counting);
            StageRules read = new ReadStage(counting);
            for (ArticleSet set : ArticleSet.values()) {
                List<Object> facts = List.of(
                        new Case(days.from()), LineShape.plain(set, Role.CONSIGNEE, Goods.NONE, Timing.AFTER_WINDOW));
                assertThat(read.fire(facts)).isEqualTo(compiled.fire(facts)).isNotEmpty();
            }
        }
    }

    @Test
    void without_oneRule_answersAsIfItWereNotThere() {
        Rulebook rulebook = TestRulebook.shared();
        InForce days = rulebook.periods().get(rulebook.periods().size() - 1);
        Rule component = rulebook.rules().stream()
                .filter(rule -> rule.id().text().equals("CNT-002"))
                .findFirst()
                .orElseThrow();

        Edition whole = rulebook.edition(days.from());
        Edition without = rulebook.without(component).edition(days.from());

        LineShape part = LineShape.plain(ArticleSet.V, Role.IMPORTER_OF_RECORD, Goods.ONE, Timing.IN_WINDOW);
        assertThat(whole.exclusions(part)).hasSize(1);
        assertThat(without.exclusions(part)).isEmpty();
        assertThat(without.placementRules()).isEqualTo(whole.placementRules());
    }
}
