package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreedStageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    /** A tie that an index of the engine broke: it compared the share and forgot the value. */
    @ParameterizedTest
    @ValueSource(strings = {"exists Tally( share == $s, value < $v )", "not Tally( share == $s, value > $v )"})
    void fire_comparisonsUnderNotAndExists_holdTogether(String second) {
        StageRules rules = rules("""
                rule "PRE-900 a tie goes to the Center whose goods are worth more"
                    @id("PRE-900") @citation("test") @standing("inferred:low") @inForce("2013-04-04/..")
                when
                    Tally( margin == 0, value > 50, $c : center, $s : share, $v : value )
                    %s
                then
                    insert(new Proposal($c, Basis.PREDOMINANCE));
                end
                """.formatted(second));

        assertThat(centers(rules.fire(tallies("80.00", "90.00")))).containsExactly(Center.BASE_METALS);
        assertThat(centers(rules.fire(tallies("90.00", "80.00")))).containsExactly(Center.ELECTRONICS);
        assertThat(centers(rules.fire(tallies("51.00", "51.00")))).hasSize(second.startsWith("not") ? 2 : 0);
    }

    @Test
    void fire_sharesOfAllCenters_areExactlyOneTogether() {
        StageRules rules = rules("""
                rule "PRE-901 all shares are one"
                    @id("PRE-901") @citation("test") @standing("inferred:low") @inForce("2013-04-04/..")
                when
                    accumulate( Tally( $s : share, $v : valueShare, $m : margin );
                                $sum : sum($s), $values : sum($v), $margins : sum($m), $most : max($s);
                                $sum == 1, $values == 1, $margins == 0, $most < $sum )
                then
                    insert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));
                end
                """);

        List<Object> thirds = List.of(
                new Tally(Center.ELECTRONICS, 1, 3, 1, new BigDecimal("0.01"), new BigDecimal("0.07")),
                new Tally(Center.MACHINERY, 1, 3, 1, new BigDecimal("0.02"), new BigDecimal("0.07")),
                new Tally(Center.BASE_METALS, 1, 3, 1, new BigDecimal("0.04"), new BigDecimal("0.07")));
        assertThat(rules.fire(thirds)).hasSize(1);
    }

    @Test
    void fire_sumOfOneShare_isThatShare() {
        StageRules rules = rules("""
                rule "PRE-902 a third is a third"
                    @id("PRE-902") @citation("test") @standing("inferred:low") @inForce("2013-04-04/..")
                when
                    Tally( center == Center.ELECTRONICS, $s : share )
                    accumulate( Tally( center == Center.ELECTRONICS, $t : share ); $sum : sum($t); $sum == $s )
                then
                    insert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));
                end
                """);

        for (long total = 1; total < 50; total++) {
            Tally some = new Tally(Center.ELECTRONICS, 1, total, total - 1, BigDecimal.ZERO, BigDecimal.ZERO);
            assertThat(rules.fire(List.of(some))).as("1 of " + total).hasSize(1);
        }
    }

    /** The sentence prints two of three values alike, and each evaluator finds the matches in an order of its own. */
    @Test
    void fire_valuesThatPrintAlike_areAnsweredWhateverTheOrderOfTheFacts() {
        StageRules rules = rules("""
                rule "PRE-903 several Centers hold much of the value"
                    @id("PRE-903") @citation("test") @standing("inferred:low") @inForce("2013-04-04/..")
                    @says("one of several Centers holds {$s%} of the value")
                when
                    Totals( counted > 2 )
                    Tally( valueShare > 0.30, $s : valueShare )
                    not Tally( share > 0.90 )
                then
                    insert(new Review(ReviewCode.VALUE_POINTS_ELSEWHERE, Basis.PREDOMINANCE));
                end
                """);
        BigDecimal total = new BigDecimal("1000.00");
        Tally first = new Tally(Center.ELECTRONICS, 1, 3, 1, new BigDecimal("333.31"), total);
        Tally second = new Tally(Center.MACHINERY, 1, 3, 1, new BigDecimal("333.32"), total);
        Tally third = new Tally(Center.BASE_METALS, 1, 3, 1, new BigDecimal("333.37"), total);
        Totals totals = new Totals(3, 0, 0, 0, DAY);

        List<Firing> answer = rules.fire(List.of(totals, first, second, third));

        assertThat(answer)
                .extracting(firing -> String.valueOf(firing.values().get("$s")))
                .containsExactly("0.33331", "0.33332", "0.33337");
        assertThat(answer)
                .extracting(Firing::sentence)
                .containsOnly(
                        "one of several Centers holds 33.33 % of the value",
                        "one of several Centers holds 33.34 % of the value");
        for (List<Tally> order : List.of(
                List.of(first, third, second),
                List.of(second, first, third),
                List.of(second, third, first),
                List.of(third, first, second),
                List.of(third, second, first))) {
            List<Object> facts = new ArrayList<>(order);
            facts.add(totals);
            assertThat(rules.fire(facts)).isEqualTo(answer);
        }
    }

    @Test
    void fire_engineThatForgetsARule_givesNoAnswerAndIsCounted() {
        Rulebook faulty = FaultyEngine.forgetting(TestRulebook.small(), "PRE-001");
        long before = EvaluatorsDisagree.count();
        Edition edition = faulty.edition(DAY);

        assertThatThrownBy(() -> edition.place(tallies("1.00", "1.00", 3, 2)))
                .isInstanceOfSatisfying(
                        EvaluatorsDisagree.class,
                        disagree -> assertThat(disagree.rules())
                                .extracting(rule -> rule.id().text())
                                .containsExactly("PRE-001"))
                .hasMessageStartingWith(
                        "the two evaluators of the rules disagree on PRE-001 (rules/placement/predominance.drl:");
        assertThat(EvaluatorsDisagree.count()).isGreaterThan(before);
    }

    private static List<Object> tallies(String one, String other) {
        return tallies(one, other, 5, 5);
    }

    private static List<Object> tallies(String one, String other, long lines, long otherLines) {
        BigDecimal total = new BigDecimal(one).add(new BigDecimal(other));
        long all = lines + otherLines;
        return List.of(
                new Case(DAY),
                Importer.anybody(ImporterKind.IMPORTER),
                new Totals(all, 0, 0, 0, DAY),
                new Tally(Center.ELECTRONICS, lines, all, otherLines, new BigDecimal(one), total),
                new Tally(Center.BASE_METALS, otherLines, all, lines, new BigDecimal(other), total));
    }

    private static List<Center> centers(List<Firing> firings) {
        return firings.stream()
                .map(firing -> ((Proposal) firing.conclusion()).center())
                .toList();
    }

    private static StageRules rules(String text) {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put(
                "placement/test.drl", "package rules.placement;\nimport io.centerline.rulebook.vocabulary.*;\n" + text);
        List<Rule> rules = RuleReading.of(new RuleFiles(texts)).rules();
        assertThat(rules).hasSize(1);
        return new AgreedStage(KnowledgeStage.compile(Stage.PLACEMENT, rules));
    }
}
