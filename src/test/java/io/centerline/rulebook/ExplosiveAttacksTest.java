package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.vocabulary.Totals;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rule files too large to lie beside the others: each ends soon, with a finding or as rules that stay small. */
class ExplosiveAttacksTest {
    private static final String HEAD = "package rules.placement;\nimport io.centerline.rulebook.vocabulary.*;\n";

    @Test
    void of_thousandsOfRulesOverManyFiles_isOneFinding() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int file = 0; file < 60; file++) {
            int first = file * 100;
            texts.put(
                    "membership/f" + file + ".drl",
                    membershipFile(
                            many(100, i -> membership(first + i, "heading == 101", "MACHINERY", "2013-04-04/.."))));
        }

        assertThat(said(new RuleFiles(texts)))
                .singleElement()
                .asString()
                .endsWith("this is rule number 5,000, and a rulebook holds fewer");
    }

    @Test
    void of_thousandsOfContradictions_tellsTheFirstOnes() {
        String rules = many(
                2_000, i -> membership(i, "heading >= 101", i % 2 == 0 ? "MACHINERY" : "ELECTRONICS", "2013-04-04/.."));

        assertThat(said(files("membership/many.drl", membershipFile(rules))))
                .hasSize(501)
                .last()
                .asString()
                .endsWith("there is more to mend from here on");
    }

    @Test
    void of_thousandsOfFaults_tellsTheFirstOnes() {
        String rules = many(3_000, i -> "rule \"x\"\nwhen\n Nothing()\nthen\n nothing();\nend\n");

        assertThat(said(files("placement/many.drl", HEAD + rules))).hasSize(501);
    }

    /** Wherever faults repeat: words without a rule, parentheses, annotations, constraints, declarations, imports. */
    @Test
    void of_thousandsOfFaultsOfOneKind_tellsTheFirstOnes() {
        String rule =
                "rule \"PRE-901 x\" @id(\"PRE-901\") @citation(\"x\") @standing(\"found\") @inForce(\"2013-04-04/..\")\n";
        String then = "then\ninsert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));\nend\n";
        for (String text : List.of(
                "rule \"x\"\n".repeat(20_000),
                rule + "when\nTotals(\n" + ")\n".repeat(2_000) + then,
                "rule \"x\"\n" + many(1_000, i -> "@a" + i + "(\"x\")\n") + "when\nTotals()\n" + then,
                "global A b;\n".repeat(1_000) + rule + "when\nTotals()\n" + then,
                "import a.b;\n".repeat(1_000) + rule + "when\nTotals()\n" + then,
                many(1_000, i -> rule + "when\nTotals() and Case()\n" + then))) {
            RuleReading reading = RuleReading.of(files("placement/many.drl", HEAD + text));

            assertThat(reading.findings())
                    .as(text.substring(0, 20))
                    .hasSize(501)
                    .last()
                    .extracting(Finding::message)
                    .isEqualTo("there is more to mend from here on");
        }
    }

    @Test
    void of_faultsOverManyFiles_tellsTheFirstOnes() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            texts.put("placement/f" + i + ".drl", HEAD + "rule \"x\"\n".repeat(400));
        }

        assertThat(RuleReading.of(new RuleFiles(texts)).findings()).hasSize(501);
    }

    @Test
    void of_thousandsOfConstraintsOrConditions_isOneFinding() {
        String rule = """
                rule "PRE-901 x" @id("PRE-901") @citation("x") @standing("found") @inForce("2013-04-04/..")
                when
                """;
        String then = "then\ninsert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));\nend\n";
        String constraints = many(2_000, i -> "$v" + i + " : count,\n") + many(600, i -> "count > $q" + i + ",\n");

        assertThat(said(files("placement/a.drl", HEAD + rule + "Tally(\n" + constraints + "count > 1 )\n" + then)))
                .containsExactly("rules/placement/a.drl:5:1: the pattern has 2601 constraints, 12 are the most");
        assertThat(said(files(
                        "placement/a.drl", HEAD + rule + many(2_000, i -> "Tally( count > " + i + " )\n") + then)))
                .containsExactly("rules/placement/a.drl:4:1: the rule has 2000 conditions, 10 are the most");
    }

    @Test
    void of_manyLongNames_areNotAllTold() {
        String bindings = many(12, i -> "$" + "x".repeat(30) + "Y%d" + i + " : count" + (i < 11 ? ", " : ""));
        String rule =
                "rule \"PRE-901 x\" @id(\"PRE-901\") @citation(\"x\") @standing(\"found\") @inForce(\"2013-04-04/..\")\n"
                        + "when\n"
                        + many(9, i -> "Tally( " + bindings.formatted(i, i, i, i, i, i, i, i, i, i, i, i) + " )\n")
                        + "Totals( counted > $q )\nthen\nend\n";

        assertThat(RuleReading.of(files("placement/many.drl", HEAD + rule)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.help()).hasSizeBetween(1_500, 2_001));
    }

    @Test
    void of_manyPeriods_isOneFinding() {
        LocalDate first = LocalDate.of(2013, 4, 4);
        String rules = many(600, i -> membership(i, "heading == " + (101 + i), "MACHINERY", first.plusDays(i) + "/.."));

        assertThat(said(files("membership/many.drl", membershipFile(rules))))
                .containsExactly("rules:1:1: the rules change on more than 500 days, the last of these on 2014-08-17");
    }

    @Test
    void of_longFile_isNotParsed() {
        assertThat(said(files("placement/long.drl", HEAD + "// note\n".repeat(200_000))))
                .containsExactly("rules/placement/long.drl:1:1: the file is longer than 1,048,576 characters");
        assertThat(said(files(
                        "placement/long.drl",
                        HEAD + "( ) ".repeat(200).concat("\n").repeat(600))))
                .singleElement()
                .asString()
                .contains("the file holds more than 200,000 words and signs");
        assertThat(said(files("placement/long.drl", "x".repeat(1_000_000))))
                .containsExactly("rules/placement/long.drl:1:1001: the line is longer than 1,000 characters");
    }

    @Test
    void of_manyLongFiles_areNotParsed() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            texts.put("placement/f" + i + ".drl", "// note\n".repeat(60_000));
        }

        assertThat(said(new RuleFiles(texts)))
                .containsExactly("rules:1:1: the rule files hold more than 2,097,152 characters together");
    }

    @Test
    void of_deepNesting_isNotParsed() {
        assertThat(said(files("placement/deep.drl", HEAD + "(\n".repeat(100_000))))
                .first()
                .asString()
                .endsWith("parentheses are nested more than 8 deep here");
        assertThat(said(files("placement/deep.drl", HEAD + "rule \"a\" @a( @b( ".repeat(10_000))))
                .isNotEmpty();
    }

    @Test
    void of_endlessWordsOfTheGrammar_endSoon() {
        for (String word : List.of(
                "not ",
                "exists ",
                "! ",
                "- ",
                "+ ",
                "new ",
                "rule ",
                "when ",
                "then ",
                "end ",
                "@ ",
                "< ",
                ". ",
                ": ",
                "? ",
                "Tally() or ",
                "Tally() and ",
                "count > 1 && ",
                "a.b.",
                "a[0] ",
                "(a) ",
                "import a; ",
                "declare a ",
                "query a ",
                "accumulate ",
                "$a : ",
                "( ) ",
                "{ } ",
                "function ",
                "if ",
                "from ",
                "over ",
                "== ",
                "a, ")) {
            String repeated = (word.repeat(40) + "\n").repeat(300);
            RuleFiles inside = files(
                    "placement/x.drl", HEAD + "rule \"PRE-901 x\"\nwhen\n Tally( " + repeated + " )\nthen\nend\n");
            RuleFiles outside = files("placement/x.drl", HEAD + repeated);
            RuleFiles condition =
                    files("placement/x.drl", HEAD + "rule \"PRE-901 x\"\nwhen\n " + repeated + "\nthen\nend\n");

            assertThat(said(inside)).as(word).isNotEmpty();
            assertThat(said(outside)).as(word).isNotEmpty();
            assertThat(said(condition)).as(word).isNotEmpty();
        }
    }

    @Test
    void of_textTheParserGuessesAbout_isGivenUpOn() {
        String guesses = ("a.b.".repeat(40) + "\n").repeat(1_000);

        assertThat(said(files("placement/x.drl", HEAD + "rule \"x\"\nwhen\n Tally( " + guesses + " )\nthen\nend\n")))
                .singleElement()
                .asString()
                .endsWith("what stands before this is too involved to be read");
    }

    @Test
    void of_numbersBeyondAnInt_areComparedExactly() {
        String text = HEAD
                + "rule \"PRE-901 x\"\n@id(\"PRE-901\") @citation(\"c\") @standing(\"found\") @inForce(\"2013-04-04/..\")\n"
                + "when\n Totals( counted < 999999999999999999, counted > -999999999999999999 )\nthen\n"
                + " insert(new Review(ReviewCode.TIE, Basis.PREDOMINANCE));\nend\n";
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.put("placement/x.drl", text);

        Edition edition = Rulebook.of(new RuleFiles(texts)).edition(LocalDate.of(2026, 1, 1));

        assertThat(edition.place(List.of(new Totals(3_000_000_000L, 0, 0, 0, LocalDate.EPOCH))))
                .extracting(firing -> firing.rule().id().text())
                .contains("PRE-901");
    }

    private static String many(int count, IntFunction<String> rule) {
        return IntStream.range(0, count).mapToObj(rule).collect(Collectors.joining());
    }

    private static String membershipFile(String rules) {
        return "package rules.membership;\nimport io.centerline.rulebook.vocabulary.*;\n" + rules;
    }

    private static String membership(int number, String condition, String center, String inForce) {
        String id = "MEM-" + String.valueOf(10_000 + number).substring(1);
        return "rule \"" + id + " x\"\n@id(\"" + id + "\") @citation(\"c\") @standing(\"found\")\n@inForce(\"" + inForce
                + "\") when $h : HtsNumber( " + condition + " )\nthen insert(new Membership($h, Center." + center
                + ")); end\n";
    }

    private static RuleFiles files(String path, String text) {
        return new RuleFiles(new TreeMap<>(Map.of(path, text)));
    }

    private static List<String> said(RuleFiles files) {
        RulebookException refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> catchThrowableOfType(RulebookException.class, () -> Rulebook.of(files)));
        assertThat(refusal).as("accepted").isNotNull();
        return refusal.findings().stream()
                .map((Finding finding) -> finding.place() + ": " + finding.message())
                .toList();
    }
}
