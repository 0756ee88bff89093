package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.facts.LineField;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final Path CASES = Path.of("src/test/resources/cli/cases");
    private static final String REQUEST =
            CASES.resolve("one-importer/request.json").toString();
    private static final Path LINES = CASES.resolve("three-importers/lines.csv");

    @Test
    void place_standardInput_saysTheSameAsTheFile() throws IOException {
        Run fromFile = Run.of("place", REQUEST);
        Run fromInput = Run.withInput(Files.readString(Path.of(REQUEST)), "place", "-");

        assertThat(fromInput).isEqualTo(fromFile);
        assertThat(fromInput.exitCode()).isZero();
    }

    @Test
    void place_csvOnStandardInput_isToldByItsContent() throws IOException {
        assertThat(Run.withInput(Files.readString(LINES), "place", "-")).isEqualTo(Run.of("place", LINES.toString()));
    }

    @Test
    void place_jsonAfterByteOrderMarkOnStandardInput_isToldByItsContent() throws IOException {
        assertThat(Run.withInput("\uFEFF \n" + Files.readString(Path.of(REQUEST)), "place", "-"))
                .isEqualTo(Run.of("place", REQUEST));
    }

    @Test
    void place_formatGiven_overridesTheContent() {
        Run run = Run.withInput("{}", "place", "-", "--format", "csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).contains("FILE_KIND");
    }

    @Test
    void place_jsonOfManyImporters_isOneDocumentALine() throws IOException {
        List<String> lines =
                Run.of("place", "--json", LINES.toString()).out().lines().toList();

        assertThat(lines).hasSize(3).allSatisfy(line -> {
            JsonNode decision = new ObjectMapper().readTree(line);
            assertThat(decision.get("id").isNull()).isTrue();
            assertThat(decision.at("/receipt/program").textValue()).isEqualTo("1.2.3");
            assertThat(decision.at("/receipt/decidedAt").textValue()).isEqualTo("2026-11-25T01:02:03.004Z");
            assertThat(decision.at("/explanation/steps").isArray()).isTrue();
        });
        assertThat(new ObjectMapper().readTree(lines.get(0)).findValuesAsText("code"))
                .contains("SIBLING_DIFFERS");
        assertThat(lines.get(2)).doesNotContain("SIBLING_DIFFERS");
    }

    @Test
    void place_everyColumnOfACsv_isInTheHelpAndOnThePage() throws IOException {
        String help = Run.of("place", "--help").out().replaceAll("\\s+", " ");
        String page = Files.readString(Path.of("src/docs/command-line.md"));

        assertThat(LineField.values())
                .flatExtracting(field -> field.headers().stream().limit(1).toList())
                .allSatisfy(header -> {
                    assertThat(help).contains(header);
                    assertThat(page).contains("`" + header + "`");
                });
    }

    @Test
    void place_readerLeft_endsQuietly() {
        Run run = Run.withOutput("", new Failing("Broken pipe"), "place", REQUEST);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void place_diskFull_saysSoWithoutStackTrace() {
        Run run = Run.withOutput("", new Failing("No space left on device"), "place", "--json", REQUEST);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isEqualTo("error: the output cannot be written: No space left on device\n");
    }

    @Test
    void place_memoryExhausted_saysWhatToSet() {
        OutputStream exhausted = new OutputStream() {
            @Override
            public void write(int b) {
                throw new OutOfMemoryError("Java heap space");
            }

            @Override
            public String toString() {
                return "";
            }
        };

        Run run = Run.withOutput("", exhausted, "place", REQUEST);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isEqualTo("""
                        error: the memory does not suffice for this input
                        help: give the program more, such as 2 GiB by `JAVA_OPTS=-Xmx2g`, or split the input
                        """);
    }

    @Test
    void help_readerLeft_endsQuietly() {
        Run run = Run.withOutput("", new Failing("Broken pipe"), "--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isEmpty();
    }

    private static final class Failing extends OutputStream {
        private final String message;

        Failing(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(message);
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
