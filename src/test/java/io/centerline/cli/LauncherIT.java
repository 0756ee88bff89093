package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script beside the packaged program: it passes everything on, and short commands do without the second compiler. */
class LauncherIT {
    private static final Path CASES = Path.of("src/test/resources/cli/cases");
    private static final Path SCRIPT =
            Path.of(System.getProperty("centerline.build.directory", "target"), "quarkus-app", "centerline");

    @TempDir
    private Path folder;

    private Path link;

    @BeforeEach
    void link() throws IOException {
        link = Files.createSymbolicLink(folder.resolve("on the path"), SCRIPT.toAbsolutePath());
    }

    @Test
    void launch_linkAndFileWithBlanks_decides() throws Exception {
        Path request =
                Files.copy(CASES.resolve("one-importer/request.json"), folder.resolve("a request of one's own.json"));

        Run run = run("", "place", request.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Importer     12-345678900 Acme Instruments (importer)\n");
    }

    @Test
    void launch_refusedInput_endsWithTheProgramsExitCode() throws Exception {
        Run run = run("", "place", CASES.resolve("refused-request/request.json").toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"check, 1", "place, 1", "--version, 1", "verify, 4", "serve, 4", "impact, 4"})
    void launch_command_hasTheCompilersItNeeds(String command, int level) throws Exception {
        Run run = run("-XX:+PrintFlagsFinal", command, "--help");

        assertThat(run.out()).containsPattern(" TieredStopAtLevel +:?= " + level + " ");
    }

    private Run run(String javaOptions, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(link.toString()));
        command.addAll(List.of(args));
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", javaOptions);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), out, Files.readString(err));
    }
}
