package io.centerline.editor;

import static io.centerline.editor.Drafts.CASES;
import static io.centerline.editor.Drafts.LARGEST;
import static io.centerline.editor.Drafts.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final String SCENARIO = "scenarios/account-and-goods.yaml";

    @Test
    void definitionsAt_aCase_leadToItsRule() {
        int inCase = SHIPPED.text(CASES).indexOf("3401.11.1000");
        assertThat(words(Places.definitionsAt(SHIPPED, CASES, inCase)))
                .containsExactly("MEM-0801 Soap (3401) is Consumer Products");
    }

    @Test
    void definitionsAt_aRule_leadToItsCases() {
        int inRule = SHIPPED.text(LARGEST).indexOf("heading == 3401");
        assertThat(Places.definitionsAt(SHIPPED, LARGEST, inRule))
                .singleElement()
                .satisfies(place -> assertThat(place.path()).isEqualTo(CASES));
        assertThat(words(Places.definitionsAt(SHIPPED, LARGEST, inRule))).containsExactly("MEM-0801");
    }

    @Test
    void definitionsAt_anIdOfAScenario_leadToTheRule() {
        int id = SHIPPED.text(SCENARIO).indexOf("PRE-001");
        assertThat(words(Places.definitionsAt(SHIPPED, SCENARIO, id + 3)))
                .containsExactly("PRE-001 The Center with the predominant number of goods imported");
        assertThat(Places.definitionsAt(SHIPPED, SCENARIO, 0)).isEmpty();
    }

    @Test
    void referencesAt_anId_areAllThatNameIt() {
        int id = SHIPPED.text(SCENARIO).indexOf("PRE-001");
        List<Place> places = Places.referencesAt(SHIPPED, SCENARIO, id);
        assertThat(places)
                .extracting(Place::path)
                .contains(SCENARIO, "placement/predominance.drl", "placement/predominance.cases.yaml");
        assertThat(words(places)).containsOnly("PRE-001");
    }

    @Test
    void symbols_ofAFile_areItsRulesCasesAndEvidence() {
        assertThat(Symbols.of(SHIPPED, LARGEST))
                .hasSameSizeAs(SHIPPED.rules(LARGEST))
                .first()
                .satisfies(symbol -> assertThat(symbol.name() + " " + symbol.detail())
                        .isEqualTo("MEM-0801 Soap (3401) is Consumer Products"));
        assertThat(Symbols.of(SHIPPED, CASES))
                .first()
                .satisfies(symbol -> assertThat(symbol.name()).isEqualTo("MEM-0801"));
        assertThat(Symbols.of(SHIPPED, SCENARIO))
                .singleElement()
                .satisfies(story -> assertThat(story.children())
                        .extracting(Symbol::name)
                        .contains("without an account the same goods are Base Metals"));
        assertThat(Symbols.of(SHIPPED, "evidence.yaml"))
                .hasSameSizeAs(SHIPPED.evidence().pieces());
    }

    @Test
    void hover_ofARange_saysWhatItCoversAndWhatSpeaksOfIt() {
        assertThat(hover(LARGEST, "heading >= 3303"))
                .startsWith("`3303` to `3307`: ")
                .contains(" numbers of the tariff; in force from 2013-04-04 on", "SRC-");
    }

    @Test
    void hover_ofAWord_saysItsMeaning() {
        assertThat(hover(LARGEST, "heading == 3401")).contains("`3401`: ");
        assertThat(hover("placement/predominance.drl", "margin =="))
                .contains("a decimal number", "less the largest share");
        assertThat(hover("placement/predominance.drl", "Proposal(")).contains("`center` (a Center)");
        assertThat(hover("placement/predominance.drl", "@standing")).contains("`found` when a public source says it");
        assertThat(hover("placement/predominance.drl", "PREDOMINANCE")).contains("of `Basis`");
        assertThat(hover(LARGEST, "CONSUMER_PRODUCTS"))
                .startsWith("**Consumer Products & Mass Merchandising** (CEE008), office: Atlanta");
        assertThat(hover(CASES, "CEE008")).contains("office: Atlanta");
        assertThat(hover(CASES, "MEM-0801"))
                .isEqualTo(
                        "**MEM-0801** Soap (3401) is Consumer Products\n\nin force from 2013-04-04 on, `inferred:high`,"
                                + " CBP Centers overview; gap in CSMS 15-000040");
        assertThat(hover("evidence.yaml", "SRC-001")).contains("CSMS 15-000040");
        assertThat(Hovers.at(SHIPPED, LARGEST, 0)).isEmpty();
    }

    @Test
    void lenses_ofARule_tellItsCasesAndWhatItMoves() {
        assertThat(Lenses.of(SHIPPED, "placement/predominance.drl", null))
                .first()
                .satisfies(
                        lens -> assertThat(lens.text()).matches("fires in [1-9] cases? and [0-9]+ cases of scenarios"));
        Rulebook active = Rulebook.of(SHIPPED.folder().rules());
        assertThat(Lenses.of(SHIPPED, LARGEST, active))
                .extracting(Lens::text)
                .noneMatch(text -> text.contains("moves"));
        Workspace draft = Drafts.changed(LARGEST, "heading == 3401", "heading >= 3401, heading <= 3402");
        Workspace alone = draft.with(
                "membership/pharmaceuticals.drl",
                draft.text("membership/pharmaceuticals.drl").replace("heading >= 3402", "heading >= 3403"));
        assertThat(Lenses.of(alone, LARGEST, active))
                .extracting(Lens::text)
                .anyMatch(text -> text.matches("moves [1-9][0-9]* numbers against active"));
    }

    @Test
    void everything_atEveryPlaceOfHalfTypedText_neverThrows() {
        for (String path : List.of(LARGEST, CASES, SCENARIO, "evidence.yaml", "placement/predominance.drl")) {
            String text = SHIPPED.text(path);
            for (int at = 0; at < Math.min(3_000, text.length()); at += 41) {
                Workspace draft = SHIPPED.with(path, text.substring(0, at));
                assertThat(Places.definitionsAt(draft, path, at)).isNotNull();
                assertThat(Places.referencesAt(draft, path, at)).isNotNull();
                assertThat(Hovers.at(draft, path, at)).isNotNull();
                assertThat(Symbols.of(draft, path)).isNotNull();
                assertThat(Lenses.of(draft, path, null)).isNotNull();
                draft.findings(path)
                        .forEach(each -> assertThat(QuickFixes.of(draft, each)).isNotNull());
            }
        }
    }

    private static String hover(String path, String at) {
        return Hovers.at(SHIPPED, path, SHIPPED.text(path).indexOf(at) + 1)
                .map(Hover::markdown)
                .orElse("");
    }

    private static List<String> words(List<Place> places) {
        return places.stream()
                .map(place -> SHIPPED.text(place.path()).substring(place.from(), place.to()))
                .toList();
    }
}
