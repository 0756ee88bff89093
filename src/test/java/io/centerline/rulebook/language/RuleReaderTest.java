package io.centerline.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.12345678901234567",
                "12345678901234567.8",
                "-123456789012345.678",
                "123456789012345678",
                "-123456789012345678"
            })
    void read_numberOfEighteenDigits_isTaken(String number) {
        assertThat(findings("Tally( value != " + number + " )")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.123456789012345678", "1234567890123456789", "-1.234567890123456789"})
    void read_numberOfNineteenDigits_isRefusedWhereItStands(String number) {
        List<Finding> findings = findings("Tally( value != " + number + " )");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("`" + number + "` is not a plain number");
            assertThat(finding.place().line()).isEqualTo(6);
            assertThat(finding.place().column()).isEqualTo(number.startsWith("-") ? 18 : 17);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999", "-999999999999999999", "2147483648", "-2147483649"})
    void read_wholeNumberOfCounts_mayBeAnyOfEighteenDigits(String number) {
        assertThat(findings("Totals( counted != " + number + ", notCounted <= " + number + " ) Tally( count > " + number
                        + " )"))
                .isEmpty();
    }

    /** What the page calls allowed beside the usual spelling. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "not( Tally( count > 4 ) )",
                "exists ( Tally( count > 4 ) )",
                "Tally ( // one\n count > 4 , /* two */ $c : center )",
                "Tally ( count /* of lines */ > // more than\n 4, $c /* the leader */ : center )",
                "not /* one */ Tally( share >= /* half */ 0.50 )",
                "accumulate( Tally( $n /* lines */ : count ); $s : sum( /* all */ $n ); $s /* too few */ > 4 )",
                "$t : Tally()",
                "Totals() Case( ) not Evidence()",
                "accumulate( Tally( $n : count, $v : value ) ; $s : sum( $n ) , $m : max($v); $s > 4, $m != - 5 )",
                "// \ud83d\ude00\n Totals()"
            })
    void read_spellingsOfThePage_areTaken(String when) {
        assertThat(findings(when)).isEmpty();
    }

    /** What decisions print of a condition is what it says, without the remarks in it. */
    @Test
    void read_conditionWithComments_isKeptWithoutThem() {
        List<Rule> rules = RuleReader.read(
                "rules/placement/a.drl",
                Stage.PLACEMENT,
                "package rules.placement;\n" + rule("PRE-001", "Tally( // one\n count > /* two */ 4 )"),
                new ArrayList<>());

        assertThat(rules)
                .singleElement()
                .satisfies(rule -> assertThat(rule.conditions().get(0).text()).isEqualTo("Tally( count > 4 )"));
    }

    @Test
    void read_headWithoutSemicolonsOrImport_isTaken() {
        for (String head : List.of(
                "package rules.placement",
                "package rules.placement;\n",
                "package rules.placement\nimport io.centerline.rulebook.vocabulary.*\n",
                "// why\npackage rules.placement; import io.centerline.rulebook.vocabulary.*;")) {
            assertThat(findings(head, "Totals()")).as(head).isEmpty();
        }
    }

    @Test
    void read_ruleTheGrammarRefuses_isLeftOutAlone() {
        String text =
                "package rules.placement;\n" + rule("PRE-001", "Totals() and Case()") + rule("PRE-002", "Totals()");
        List<Finding> findings = new ArrayList<>();

        List<Rule> rules = RuleReader.read("rules/placement/a.drl", Stage.PLACEMENT, text, findings);

        assertThat(rules).extracting(rule -> rule.id().text()).containsExactly("PRE-002");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("`and` cannot stand here");
            assertThat(finding.place().line()).isEqualTo(4);
            assertThat(finding.place().column()).isEqualTo(10);
        });
    }

    /** A letter beyond the first plane counts twice in Java and in columns. */
    @Test
    void read_faultBehindAnUnusualLetter_isToldWhereItStands() {
        assertThat(findings("// \ud83d\ude00\nTotals() and Case()"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().column()).isEqualTo(10));
        assertThat(findings("/* \ud83d\ude00 */ Totals() Totals(("))
                .anySatisfy(finding -> assertThat(finding.place().column()).isIn(26, 27));
    }

    @Test
    void read_moreFindingsThanAreTold_endsOneBehindThem() {
        List<Finding> findings = new ArrayList<>();

        RuleReader.read(
                "rules/placement/a.drl",
                Stage.PLACEMENT,
                "package rules.placement;\n" + "rule \"x\"\n".repeat(10_000),
                findings);

        assertThat(findings).hasSize(LanguageLimits.DEFAULT.findings() + 1);
    }

    private static List<Finding> findings(String when) {
        return findings("package rules.placement;\nimport io.centerline.rulebook.vocabulary.*;\n", when);
    }

    private static List<Finding> findings(String head, String when) {
        List<Finding> findings = new ArrayList<>();
        RuleReader.read("rules/placement/a.drl", Stage.PLACEMENT, head + "\n" + rule("PRE-001", when), findings);
        return findings;
    }

    private static String rule(String id, String when) {
        return "rule \"" + id + " x\" @id(\"" + id
                + "\") @citation(\"x\") @standing(\"found\") @inForce(\"2013-04-04/..\")\n" + "when\n" + when
                + "\nthen\ninsert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));\nend\n";
    }
}
