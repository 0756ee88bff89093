package io.centerline.placement;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the case files that lie beside the rule files: one case that fires and one near miss for every rule. */
class CasesTest {
    private static final Path RULES = Path.of("rules");

    private record Case(Path file, String rule, JsonNode fires, JsonNode nearly) {
        boolean besides(Rule ruled) {
            return ruled.place().file().replace(".drl", ".cases.yaml").equals(file.toString());
        }

        String stage() {
            return RULES.relativize(file).getName(0).toString();
        }
    }

    @TestFactory
    Stream<DynamicTest> cases_everyRule_firesAndNearlyFires() throws IOException {
        Rulebook rulebook = TestRulebook.shared();
        return cases().stream()
                .flatMap(each -> Stream.of(
                        dynamicTest(each.rule() + " fires", () -> {
                            switch (each.stage()) {
                                case "membership" -> classifies(rulebook, each);
                                case "counting" -> CountingCase.fires(rulebook, each.rule(), each.fires());
                                default -> PlacementCase.fires(rulebook, each.rule(), each.fires());
                            }
                        }),
                        dynamicTest(each.rule() + " nearly fires", () -> {
                            switch (each.stage()) {
                                case "membership" -> nearlyClassifies(rulebook, each);
                                case "counting" -> CountingCase.nearly(rulebook, each.rule(), each.nearly());
                                default -> PlacementCase.nearly(rulebook, each.rule(), each.nearly());
                            }
                        })));
    }

    @Test
    void cases_besideEachRuleFile_nameExactlyItsRules() throws IOException {
        Set<String> ruled = TestRulebook.shared().rules().stream()
                .map(rule -> rule.place().file().replace(".drl", "") + " " + rule.id())
                .collect(toCollection(TreeSet::new));
        List<String> cased = cases().stream()
                .map(each -> each.file().toString().replace(".cases.yaml", "") + " " + each.rule())
                .toList();
        assertThat(new TreeSet<>(cased)).isEqualTo(ruled);
    }

    /** Some case must come out otherwise, by its answer and not by the rule's name, when a rule is taken away. */
    @TestFactory
    Stream<DynamicTest> rule_takenAway_changesAnAnswer() throws IOException {
        List<Case> all = cases();
        return TestRulebook.shared().rules().stream()
                .filter(rule -> rule.stage() != Stage.MEMBERSHIP)
                .map(rule -> dynamicTest(rule.id() + " earns its place", () -> {
                    Rulebook without = Rulebook.of(
                            TestRulebook.without(TestRulebook.small(), rule.id().text()));
                    assertThat(all.stream()
                                    .filter(each ->
                                            each.stage().equals(rule.stage().folder())))
                            .anyMatch(each -> !sameAnswers(without, each));
                }));
    }

    /** A membership rule that repeats what the rule beneath it says, source and standing included, could go. */
    @Test
    void membershipRule_takenAway_changesTheAnswerOfItsNumber() throws IOException {
        for (Case each : cases()) {
            if (each.stage().equals("membership")) {
                HtsNumber number = number(each.fires());
                LocalDate asOf = LocalDate.parse(each.fires().get("asOf").asText());
                List<Rule> claims = TestRulebook.shared().rules().stream()
                        .filter(rule -> rule.inForce().contains(asOf) && claims(rule, number))
                        .sorted(Comparator.comparing(
                                rule -> -rule.range().orElseThrow().digits()))
                        .toList();
                assertThat(claims).first().extracting(rule -> rule.id().text()).isEqualTo(each.rule());
                if (claims.size() > 1) {
                    assertThat(says(claims.get(0))).as(each.rule()).isNotEqualTo(says(claims.get(1)));
                }
            }
        }
    }

    private static boolean claims(Rule rule, HtsNumber number) {
        return rule.range()
                .filter(range -> range.contains(Integer.parseInt(number.digits().substring(0, range.digits()))))
                .isPresent();
    }

    private static String says(Rule rule) {
        return rule.range().map(NumberRange::center).orElseThrow() + " " + rule.standing() + " " + rule.citation();
    }

    private static boolean sameAnswers(Rulebook rulebook, Case each) {
        return each.stage().equals("counting")
                ? CountingCase.sameAnswers(rulebook, each.fires(), each.nearly())
                : PlacementCase.sameAnswers(rulebook, each.fires(), each.nearly());
    }

    private static void classifies(Rulebook rulebook, Case each) {
        Classified classified = classify(rulebook, each.fires());
        assertThat(classified).isNotNull();
        assertThat(classified.rule().id().text()).isEqualTo(each.rule());
        assertThat(classified.center().code())
                .isEqualTo(each.fires().get("center").asText());
        assertThat(classified.sentence(number(each.fires())))
                .isEqualTo(each.fires().get("sentence").asText());
    }

    private static void nearlyClassifies(Rulebook rulebook, Case each) {
        JsonNode rule = each.nearly().get("rule");
        LocalDate asOf = LocalDate.parse(each.nearly().get("asOf").asText());
        if (asOf.isBefore(rulebook.firstCoveredDay())) {
            assertThatThrownBy(() -> classify(rulebook, each.nearly())).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Classified classified = classify(rulebook, each.nearly());
        String answer = classified == null ? "none" : classified.rule().id().text();
        assertThat(answer).isNotEqualTo(each.rule()).isEqualTo(rule == null ? "none" : rule.asText());
    }

    private static Classified classify(Rulebook rulebook, JsonNode node) {
        return rulebook.edition(LocalDate.parse(node.get("asOf").asText())).classify(number(node));
    }

    private static HtsNumber number(JsonNode node) {
        return new HtsNumber(node.get("hts").asText().replace(".", ""));
    }

    private static List<Case> cases() throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(RULES)) {
            files = paths.filter(path -> path.toString().endsWith(".cases.yaml"))
                    .sorted()
                    .toList();
        }
        List<Case> cases = new ArrayList<>();
        for (Path file : files) {
            for (JsonNode node : new YAMLMapper().readTree(file.toFile())) {
                assertThat(node.fieldNames()).toIterable().containsExactly("rule", "fires", "nearly");
                cases.add(new Case(file, node.get("rule").asText(), node.get("fires"), node.get("nearly")));
            }
        }
        return cases;
    }
}
