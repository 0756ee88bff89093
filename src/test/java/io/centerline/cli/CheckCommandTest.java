package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.Golden;
import io.centerline.check.Mistake;
import io.centerline.rulebook.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code cli/check} is one command line, the mistake made in the small rulebook before it, and all it
 * says. Record anew with {@code -Dgolden.record=true} and review the difference.
 */
class CheckCommandTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cli", "check");
    private static final Path MISTAKES = Path.of("src", "test", "resources", "check", "mistakes");

    static Stream<Path> folders() throws IOException {
        return Golden.folders(CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void run_check_saysWhatIsRecorded(Path folder) throws IOException {
        Run run = run(folder);
        Golden.compare(run.said(), folder.resolve("expected.txt"));
    }

    /** What SARIF 2.1.0 asks of a log that names its rules. */
    @Test
    void run_sarif_pointsIntoItsOwnRulesAndIntoFiles() throws IOException {
        int results = 0;
        for (Path folder :
                folders().filter(path -> path.toString().endsWith("-sarif")).toList()) {
            JsonNode log = new ObjectMapper().readTree(run(folder).out());
            assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
            assertThat(log.get("$schema").textValue()).endsWith("sarif-2.1.0.json");
            JsonNode rules = log.at("/runs/0/tool/driver/rules");
            for (JsonNode rule : rules) {
                assertThat(rule.at("/help/text").textValue()).endsWith(".");
                assertThat(rule.at("/defaultConfiguration/level").textValue()).isIn("error", "warning", "note");
            }
            for (JsonNode result : log.at("/runs/0/results")) {
                results++;
                assertThat(rules.get(result.get("ruleIndex").intValue()).get("id"))
                        .isEqualTo(result.get("ruleId"));
                assertThat(result.at("/message/text").textValue()).isNotBlank();
                List<JsonNode> places = new ArrayList<>(result.findValues("physicalLocation"));
                assertThat(places).isNotEmpty().allSatisfy(place -> {
                    JsonNode region = place.get("region");
                    assertThat(place.at("/artifactLocation/uri").textValue()).doesNotContain(" ", "\\");
                    assertThat(region.get("startLine").intValue()).isPositive();
                    assertThat(region.get("startColumn").intValue()).isPositive();
                    assertThat(region.get("endColumn").intValue())
                            .isGreaterThan(region.get("startColumn").intValue());
                });
            }
        }
        assertThat(results).isPositive();
    }

    private static Run run(Path folder) throws IOException {
        Path mistake = folder.resolve("mistake");
        Path rules = Path.of("target", "check-cases", folder.getFileName().toString());
        write(
                Files.exists(mistake)
                        ? Mistake.made(
                                MISTAKES.resolve(Files.readString(mistake).strip() + ".change"))
                        : Mistake.none(),
                rules);
        String command = Files.readString(folder.resolve("command"))
                .strip()
                .replace("{folder}", rules.toString().replace('\\', '/'));
        return Run.of(command.split(" "));
    }

    static void write(RuleFolder folder, Path into) throws IOException {
        for (var files : List.of(folder.rules().texts(), folder.tests())) {
            for (var file : files.entrySet()) {
                Path path = into.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }
}
