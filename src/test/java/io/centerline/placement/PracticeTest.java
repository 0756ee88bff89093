package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.placement.Explanation.Step;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is different between the practices. */
class PracticeTest {

    /** Without a low range its numbers fall to the rule that claims them next; the first practice dropped their lines. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "9401.10.4000 6, 8471.30.0100 5 | leaving out ranges of low standing (MEM-0313) would place the importer in"
                        + " Electronics | leaving out ranges of low standing (MEM-0313) would place the importer in Consumer"
                        + " Products & Mass Merchandising",
                "8541.43.0080 6, 6110.20.1010 5 | leaving out ranges of low standing (MEM-0705) would place the importer in"
                        + " Apparel, Footwear & Textiles | -",
                "8708.29.1500 5, 9401.10.4000 2, 9503.00.0011 4 | - | leaving out ranges of low standing (MEM-0313) would"
                        + " place the importer in Consumer Products & Mass Merchandising",
            })
    void reviews_lowRange_askWhatTheRulesSayWithoutIt(String lines, String first, String second) {
        Story story = Story.today();
        for (String line : lines.split(", ", -1)) {
            String[] parts = line.split(" ", -1);
            story.line(EntryLine.builder()
                    .date(Story.DAY)
                    .number(new HtsNumber(parts[0].replace(".", "")))
                    .count(Integer.parseInt(parts[1]))
                    .build());
        }

        assertThat(inferredRange(story.facts(), Practice.FIRST)).isEqualTo(first);
        assertThat(inferredRange(story.facts(), Practice.SECOND)).isEqualTo(second);
    }

    /** Without the low range no line counts, and a rule bars who has none. */
    @Test
    void reviews_lowRangeWithoutWhichNobodyIsPlaced_sayThat() {
        TreeMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.computeIfPresent(
                "membership/small.drl",
                (path, text) -> text.replace(
                        "\"found\") @inForce(\"2013-04-04/..\")\nwhen $hts : HtsNumber( heading == 8471",
                        "\"inferred:low\") @inForce(\"2013-04-04/..\")\nwhen $hts : HtsNumber( heading == 8471"));
        texts.computeIfPresent("placement/eligibility.drl", (path, text) -> text + """

                rule "ELG-900 Who has no counted line is not placed"
                    @id("ELG-900") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    Totals( counted == 0 )
                then
                    insert(new NotEligible(Basis.ELIGIBILITY));
                end
                """);
        Rulebook rulebook = Rulebook.of(new RuleFiles(texts));
        Facts facts = Story.today().row(Center.ELECTRONICS, 5, 0).facts();

        assertThat(inferredRange(rulebook, facts, Practice.FIRST)).endsWith(" would leave the case pending");
        assertThat(inferredRange(rulebook, facts, Practice.SECOND)).endsWith(" would leave the case pending");
        assertThat(inferredRange(rulebook, facts, Practice.THIRD))
                .isEqualTo("leaving out ranges of low standing (MEM-0906) would leave the importer not eligible for a"
                        + " Center");
    }

    @Test
    void reviews_lowRangeThatChangesOnlyTheBasis_sayNothing() {
        TreeMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.put(
                "membership/small.drl",
                texts.get("membership/small.drl").replace("@standing(\"found\")", "@standing(\"inferred:low\")"));
        texts.put("placement/always.drl", placement("""
                rule "EVD-900 some lines"
                    @id("EVD-900") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    Totals( counted > 0 )
                then
                    insert(new Proposal(Center.ELECTRONICS, Basis.EVIDENCE));
                end
                rule "PRE-900 always"
                    @id("PRE-900") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    Case()
                then
                    insert(new Proposal(Center.ELECTRONICS, Basis.PREDOMINANCE));
                end
                """));
        Facts facts = Story.today().lines(Center.ELECTRONICS, 6).facts();

        assertThat(decide(texts, facts, Practice.FIRST).reviews())
                .extracting(ReviewNote::code)
                .contains(ReviewCode.INFERRED_RANGE);
        assertThat(decide(texts, facts, Practice.SECOND).reviews())
                .extracting(ReviewNote::code)
                .doesNotContain(ReviewCode.INFERRED_RANGE);
    }

    /** A line without a Center left does not vote, and rules that count those that do not see it. */
    @Test
    void reviews_lowRangeWithoutAnother_countsItsLinesAsNotCounted() {
        TreeMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.put(
                "membership/small.drl",
                texts.get("membership/small.drl").replace("@standing(\"found\")", "@standing(\"inferred:low\")"));
        texts.put("placement/always.drl", placement("""
                rule "EVD-900 six lines that do not vote"
                    @id("EVD-900") @citation("test") @standing("found") @inForce("2013-04-04/..")
                when
                    Totals( counted == 0, notCounted == 6 )
                then
                    insert(new Proposal(Center.MACHINERY, Basis.EVIDENCE));
                end
                """));
        Facts facts = Story.today().lines(Center.ELECTRONICS, 6).facts();

        assertThat(decide(texts, facts, Practice.SECOND).reviews())
                .filteredOn(note -> note.code() == ReviewCode.INFERRED_RANGE)
                .extracting(ReviewNote::message)
                .singleElement()
                .asString()
                .endsWith("would place the importer in Machinery");
    }

    @Test
    void summary_severalCenters_namesThemWithCommasSinceTheThird() {
        Facts tied = Story.today()
                .lines(Center.ELECTRONICS, 2)
                .lines(Center.MACHINERY, 2)
                .lines(Center.BASE_METALS, 2)
                .facts();
        Facts led = Story.today()
                .lines(Center.AUTOMOTIVE_AEROSPACE, 6)
                .lines(Center.ELECTRONICS, 2)
                .lines(Center.MACHINERY, 2)
                .lines(Center.BASE_METALS, 2)
                .facts();

        assertThat(summary(tied, Practice.SECOND))
                .endsWith("Base Metals and Electronics and Machinery lead with 2 of 6 entry lines each");
        assertThat(summary(tied, Practice.THIRD))
                .endsWith("Base Metals, Electronics and Machinery lead with 2 of 6 entry lines each");
        assertThat(summary(led, Practice.SECOND))
                .endsWith("; Base Metals and Electronics and Machinery follow with 2 each");
        assertThat(summary(led, Practice.THIRD))
                .endsWith("; Base Metals, Electronics and Machinery follow with 2 each");
    }

    private static String summary(Facts facts, Practice practice) {
        return new Placement(TestRulebook.shared(), practice)
                .decide(facts, List.of(), Explain.SUMMARY)
                .explanation()
                .summary();
    }

    @Test
    void steps_lineThatTwoCountingRulesSetAside_nameBothInTheirWords() {
        TreeMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.put("counting/more.drl", """
                package rules.counting;
                import io.centerline.rulebook.vocabulary.*;
                rule "CNT-900 Parts of sets"
                    @id("CNT-900") @citation("test") @standing("found") @inForce("2013-04-04/..")
                    @says("a part of a set, {$t}, has no vote of its own")
                when
                    LineShape( set == ArticleSet.V, $t : timing )
                then
                    insert(new NotCounted(NotCountedReason.SET_COMPONENT));
                end
                """);
        Facts facts = Story.today()
                .line(EntryLine.builder()
                        .date(Story.DAY)
                        .number(new HtsNumber("8471300100"))
                        .set(ArticleSet.V)
                        .build())
                .facts();

        Decision first = decide(texts, facts, Practice.FIRST);
        Decision second = decide(texts, facts, Practice.SECOND);

        assertThat(rulesOfComponents(first)).containsExactly("CNT-002");
        assertThat(rulesOfComponents(second)).containsExactly("CNT-002", "CNT-900");
        assertThat(second.rules()).extracting(id -> id.text()).contains("CNT-002", "CNT-900");
        assertThat(second.explanation().detail().steps())
                .extracting(Step::sentence)
                .contains(
                        "a component of an article set does not vote, the set votes once",
                        "a part of a set, in window, has no vote of its own");
    }

    private static List<String> rulesOfComponents(Decision decision) {
        return decision.explanation().notCounted().stream()
                .filter(missed -> missed.reason() == NotCountedReason.SET_COMPONENT)
                .flatMap(missed -> missed.rules().stream())
                .map(rule -> rule.id().text())
                .toList();
    }

    private static String inferredRange(Facts facts, Practice practice) {
        return inferredRange(TestRulebook.shared(), facts, practice);
    }

    private static String inferredRange(Rulebook rulebook, Facts facts, Practice practice) {
        return new Placement(rulebook, practice)
                .decide(facts, List.of(), Explain.SUMMARY).reviews().stream()
                        .filter(note -> note.code() == ReviewCode.INFERRED_RANGE)
                        .map(ReviewNote::message)
                        .findFirst()
                        .orElse(null);
    }

    private static String placement(String rules) {
        return "package rules.placement;\nimport io.centerline.rulebook.vocabulary.*;\n" + rules;
    }

    private static Decision decide(SortedMap<String, String> texts, Facts facts, Practice practice) {
        return new Placement(Rulebook.of(new RuleFiles(texts)), practice).decide(facts, List.of(), Explain.FULL);
    }
}
