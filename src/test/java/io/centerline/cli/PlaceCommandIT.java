package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on the command line: its streams hold what a command says and nothing else. */
class PlaceCommandIT {
    private static final String ACCOUNT = "Rows         4 read: 4 counted, 0 set aside, 0 rejected";
    private static final Path CASES = Path.of("src/test/resources/cli/cases");
    private static final Path REQUEST = CASES.resolve("one-importer/request.json");
    private static final Path LINES = CASES.resolve("three-importers/lines.csv");
    private static final Path JAR =
            Path.of(System.getProperty("centerline.build.directory", "target"), "quarkus-app", "quarkus-run.jar");

    @TempDir
    private Path folder;

    @Test
    void place_jsonOfACsv_isNothingButJson() throws Exception {
        Run run = run("place", "--json", LINES.toString());

        assertThat(run.err().strip()).isEqualTo(ACCOUNT);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(3).allSatisfy(line -> {
            JsonNode decision = new ObjectMapper().readTree(line);
            assertThat(decision.get("status").textValue()).isEqualTo("PLACED");
            assertThat(decision.at("/receipt/program").textValue()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        });
    }

    @Test
    void exitCodes_allKindsOfRefusal_areAsDocumented() throws Exception {
        Path refused = CASES.resolve("refused-request/request.json");
        Path unsound = CASES.resolve("refused-rulebook/rules");

        assertThat(run("plcae")).returns(2, Run::exitCode).returns("", Run::out);
        assertThat(run("place", "--rules", unsound.toString(), REQUEST.toString()))
                .returns(3, Run::exitCode)
                .returns("", Run::out);
        assertThat(run("place", refused.toString())).returns(4, Run::exitCode).returns("", Run::out);
    }

    @Test
    void place_pipe_isRead() throws Exception {
        Process process = start(Map.of(), "place", "-", "--explain", "summary");
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(Files.readAllBytes(REQUEST));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(err()).isEmpty();
        assertThat(out).contains("Placed in Electronics");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void place_rulesNamedInTheEnvironment_areUsed() throws Exception {
        Process process = start(Map.of("CENTERLINE_RULES_DIR", "no-such-rules"), "place", REQUEST.toString());

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(err()).contains("there is no rules folder `no-such-rules`");
    }

    @Test
    void settings_ofAFile_meanTheSameForCommandsAndTheService() throws Exception {
        Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config").resolve("application.properties"),
                "owner=nobody\ncenterline.rules.dir=other\n%prod.centerline.rules.dir=${owner}/rules\n");

        Process place =
                start(folder, Map.of(), "place", REQUEST.toAbsolutePath().toString());
        assertThat(place.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(place.exitValue()).isEqualTo(3);
        assertThat(err()).contains("there is no rules folder `nobody/rules`");

        Process serve = start(folder, Map.of(), "serve");
        assertThat(serve.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(serve.exitValue()).isEqualTo(3);
        assertThat(err()).contains("nobody/rules");
    }

    @Test
    void settings_ofAFileThatCannotBeRead_areRefused() throws Exception {
        Files.createDirectory(folder.resolve("config"));
        Files.writeString(folder.resolve("config").resolve("application.properties"), "centerline.rules.dir=\\u12\n");

        Process place =
                start(folder, Map.of(), "place", REQUEST.toAbsolutePath().toString());
        assertThat(place.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(place.exitValue()).isEqualTo(2);
        assertThat(err()).startsWith("error: the settings cannot be read: ").hasLineCount(1);
    }

    @Test
    void version_packaged_isTheProgramsOwn() throws Exception {
        assertThat(run("--version").out()).matches("centerline [0-9]+\\.[0-9]+\\.[0-9]+.*\n");
    }

    @Test
    void place_readerThatLeaves_getsNoStackTrace() throws Exception {
        Process process = start(Map.of(), "place", "--json", LINES.toString());
        process.getInputStream().close();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(err().strip()).isIn("", ACCOUNT);
    }

    private Run run(String... args) throws IOException, InterruptedException {
        Process process = start(Map.of(), args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), out, err());
    }

    private Process start(Map<String, String> environment, String... args) throws IOException {
        return start(Path.of("."), environment, args);
    }

    private Process start(Path where, Map<String, String> environment, String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectError(folder.resolve("err").toFile());
        // Whoever runs the tests may have set what the JVM announces on its standard error.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().remove("CENTERLINE_RULES_DIR");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
