package io.centerline;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.facts.Intake;
import io.centerline.facts.IntakeLimits;
import io.centerline.facts.JsonIntake;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole stories, from the request as sent to the decision as answered. */
final class ScenariosTest {
    private static final Path FOLDER = Path.of("rules", "scenarios");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keys that name some of many; the others must say everything. */
    private static final Set<String> PARTIAL = Set.of("sentences", "steps", "citations", "notFired");

    private static final Set<String> REQUIRED = Set.of("status", "center", "basis", "reviews", "summary", "rules");

    private final Rulebook rulebook = Rulebook.read(Path.of("rules"));
    private final Schedule schedule = Schedule.load();
    private final JsonIntake intake =
            new JsonIntake(new HtsReader(schedule), schedule, rulebook.firstCoveredDay(), IntakeLimits.DEFAULT);
    private final Placement placement = new Placement(rulebook);

    @TestFactory
    Stream<DynamicNode> everyScenario_decidesAsTold() throws IOException {
        return files().stream().map(file -> {
            Scenario scenario = Scenario.read(file);
            return DynamicContainer.dynamicContainer(
                    file.getFileName() + ": " + scenario.story(),
                    file.toUri(),
                    scenario.cases().stream()
                            .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                                ObjectNode request = scenario.request(one);
                                ObjectNode answer = answer(request);
                                compare(one.decision(), answer);
                                orderNeverMatters(request, answer);
                            })));
        });
    }

    @Test
    void files_areYamlWithDistinctNames() throws IOException {
        assertThat(files()).isNotEmpty().allMatch(file -> file.toString().endsWith(".yaml"));
        Set<String> stories = new HashSet<>();
        for (Path file : files()) {
            Scenario scenario = Scenario.read(file);
            assertThat(stories.add(scenario.story())).as(scenario.story()).isTrue();
            assertThat(scenario.cases())
                    .as("cases of " + file)
                    .isNotEmpty()
                    .extracting(Scenario.Case::name)
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private ObjectNode answer(ObjectNode request) throws IOException {
        Intake read = intake.read(JSON.writeValueAsBytes(request), LocalDate.EPOCH);
        if (read instanceof Intake.Refused refused) {
            return fail("the request is refused: "
                    + refused.issues().stream()
                            .map(issue -> issue.pointer() + " " + issue.message())
                            .collect(joining("; ")));
        }
        Intake.Accepted accepted = (Intake.Accepted) read;
        Decision decision = placement.decide(accepted.facts(), accepted.warnings(), Explain.FULL);
        return ScenarioAnswer.of(decision);
    }

    private static void compare(ObjectNode expected, ObjectNode answer) {
        String whole = "the decision is\n" + Scenario.print(answer);
        for (String key : REQUIRED) {
            assertThat(expected.has(key)).as("`" + key + "` is told; " + whole).isTrue();
        }
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            String key = entry.getKey();
            JsonNode actual = answer.get(key);
            assertThat(actual).as("`" + key + "` is a word of scenarios").isNotNull();
            if (!PARTIAL.contains(key)) {
                // Numbers of YAML are as wide as they need be, so texts are compared.
                assertThat(Scenario.print(entry.getValue()))
                        .as("`" + key + "`; " + whole)
                        .isEqualTo(Scenario.print(actual));
            } else if (actual.isArray()) {
                assertThat(actual).as("`" + key + "`; " + whole).containsAll(entry.getValue());
            } else {
                assertThat(actual.properties())
                        .as("`" + key + "`; " + whole)
                        .containsAll(entry.getValue().properties());
            }
        }
    }

    /** Reverses and shuffles every list but the numbers of a line, whose order says which is the commodity. */
    private void orderNeverMatters(ObjectNode request, ObjectNode answer) throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 4; round++) {
            ObjectNode other = request.deepCopy();
            boolean reversed = round == 0;
            other.findParents("lines").forEach(node -> reorder(node, "lines", reversed, random));
            for (String list : List.of("evidence", "directed", "appeals")) {
                other.findParents(list).forEach(node -> reorder(node, list, reversed, random));
            }
            assertThat(Scenario.print(sorted(answer(other))))
                    .as(reversed ? "reversed" : "shuffled")
                    .isEqualTo(Scenario.print(sorted(answer)));
        }
    }

    private static void reorder(JsonNode parent, String key, boolean reversed, Random random) {
        if (parent.get(key) instanceof ArrayNode list) {
            List<JsonNode> elements = new ArrayList<>();
            list.forEach(elements::add);
            if (reversed) {
                Collections.reverse(elements);
            } else {
                Collections.shuffle(elements, random);
            }
            list.removeAll().addAll(elements);
        }
    }

    /** Warnings follow the input; all else has an order of its own. */
    private static ObjectNode sorted(ObjectNode answer) {
        ObjectNode copy = answer.deepCopy();
        List<String> warnings = new ArrayList<>();
        copy.get("warnings").forEach(warning -> warnings.add(warning.asText()));
        Collections.sort(warnings);
        ArrayNode ordered = copy.putArray("warnings");
        warnings.forEach(ordered::add);
        return copy;
    }
}
