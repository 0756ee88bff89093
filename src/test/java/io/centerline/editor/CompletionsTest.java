package io.centerline.editor;

import static io.centerline.editor.Drafts.CASES;
import static io.centerline.editor.Drafts.LARGEST;
import static io.centerline.editor.Drafts.offered;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionsTest {
    private static final String PLACEMENT = "placement/predominance.drl";
    private static final String HEAD = """
            package rules.placement;
            import io.centerline.rulebook.vocabulary.*;

            rule "PRE-001 X"
                @id("PRE-001")
            """;

    @Test
    void at_aCondition_offersTheFactsOfTheStage() {
        assertThat(offered(PLACEMENT, HEAD + "when\n    ‸"))
                .contains("Tally", "Case", "not", "then")
                .doesNotContain("HtsNumber");
        assertThat(offered(PLACEMENT, HEAD + "when\n    Ta‸")).startsWith("Tally");
        assertThat(offered(PLACEMENT, HEAD + "when\n    not ( Ta‸")).startsWith("Tally");
    }

    @Test
    void at_aPattern_offersFieldsOperatorsAndConstants() {
        assertThat(offered(PLACEMENT, HEAD + "when\n    Tally( sh‸ )")).startsWith("share");
        assertThat(offered(PLACEMENT, HEAD + "when\n    Tally( share ‸ )")).contains("<=", "==");
        assertThat(offered(PLACEMENT, HEAD + "when\n    Tally( center == ‸ )")).contains("Center.ELECTRONICS");
        assertThat(offered(PLACEMENT, HEAD + "when\n    Tally( center == Center.EL‸ )"))
                .startsWith("Center.ELECTRONICS");
        assertThat(offered(PLACEMENT, HEAD + "when\n    Tally( $c : center )\n    not Tally( center != ‸"))
                .contains("$c");
        assertThat(offered(PLACEMENT, HEAD + "when\n    Tally( $c : ce‸")).startsWith("center");
    }

    @Test
    void at_aConclusion_offersWhatTheStageConcludes() {
        String then = HEAD + "when\n    Tally( $c : center )\nthen\n    ";
        assertThat(offered(PLACEMENT, then + "‸")).contains("insert(new Proposal(…));", "end");
        assertThat(offered(PLACEMENT, then + "insert(new Pro‸")).startsWith("Proposal");
        assertThat(offered(PLACEMENT, then + "insert(new Proposal(‸")).contains("$c", "Center.ELECTRONICS");
        assertThat(offered(PLACEMENT, then + "insert(new Proposal($c, Basis.P‸"))
                .startsWith("Basis.PREDOMINANCE");
    }

    @Test
    void at_aConstantOfACenter_tellsItsName() {
        assertThat(Drafts.completions(PLACEMENT, HEAD + "when\n    Tally( center == automotive‸ )"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.insert()).isEqualTo("Center.AUTOMOTIVE_AEROSPACE");
                    assertThat(found.detail()).isEqualTo("CEE003 Automotive & Aerospace");
                });
    }

    @Test
    void at_anId_offersTheNextFreeOne() {
        String text = Drafts.SHIPPED.text(LARGEST);
        String last = Drafts.SHIPPED.rules(LARGEST).stream()
                .map(rule -> rule.id().text())
                .max(String::compareTo)
                .orElseThrow();
        String next = "MEM-%04d".formatted(Integer.parseInt(last.substring(4)) + 1);
        assertThat(offered(LARGEST, text + "rule \"‸")).containsExactly(next);
        assertThat(offered(LARGEST, text + "rule \"" + next + " X\"\n    @id(\"‸\")"))
                .startsWith(next);
        assertThat(Drafts.completions(LARGEST, text + "ru‸"))
                .first()
                .satisfies(found ->
                        assertThat(found.insert()).contains("@id(\"" + next + "\")", "Center.CONSUMER_PRODUCTS"));
    }

    @Test
    void at_anAnnotation_offersNamesAndValues() {
        assertThat(offered(PLACEMENT, HEAD + "    @st‸")).containsExactly("standing");
        assertThat(offered(PLACEMENT, HEAD + "    @standing(\"inf‸\")")).startsWith("inferred:high");
        assertThat(offered(PLACEMENT, HEAD + "    @citation(\"79‸\")")).isNotEmpty();
        assertThat(offered(PLACEMENT, HEAD + "    // a comment‸")).isEmpty();
    }

    @Test
    void at_aCaseFile_offersIdsCentersNumbersAndTheSentence() {
        String before = "- rule: MEM-0801\n  fires:  { hts: \"3401.11.1000\", asOf: 2026-01-01, ";
        assertThat(offered(CASES, "- rule: MEM-080‸"))
                .contains("MEM-0801", "MEM-0802")
                .doesNotContain("MEM-0102");
        assertThat(offered(CASES, before + "center: CEE008 }\n  nearly: { hts: \"34‸"))
                .isEmpty();
        assertThat(offered(CASES, before + "center: CEE008 }\n  nearly: { hts: \"3402‸"))
                .contains("3402.31.1000");
        assertThat(offered(CASES, before + "rule: MEM-010‸")).contains("MEM-0102");
        assertThat(offered(CASES, before + "center: ‸")).contains("CEE001", "CEE010");
        assertThat(offered(CASES, before + "‸")).contains("center", "sentence");
        assertThat(offered(CASES, before + "sentence: ‸"))
                .containsExactly("\"`3401.11.1000` belongs to Consumer Products & Mass Merchandising under MEM-0801"
                        + " (CBP Centers overview; gap in CSMS 15-000040)\"");
        assertThat(offered("scenarios/tie.yaml", "      rules: [ CNT-001, PRE‸"))
                .contains("PRE-001");
        assertThat(offered("evidence.yaml", "- id: SRC-001\n  kind: NO‸")).startsWith("NOTICE");
    }
}
