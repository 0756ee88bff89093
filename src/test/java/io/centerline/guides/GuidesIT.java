package io.centerline.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.api.Program;
import io.centerline.guides.Guide.Step;
import io.centerline.guides.Shell.Printed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guides work: every block of commands is pasted into bash, in order, against a running program, and prints what the
 * guide shows. What was printed is in {@code target/guides} afterwards.
 *
 * <p>The first word behind the three backticks of a fence says what it is:
 *
 * <ul>
 *   <li>{@code sh}: commands, pasted as a whole. Variables and the folder last until the end of the guide. Without an
 *       output below it, every command has to end with exit code 0.
 *   <li>{@code text}: the output of the commands above it, the same line by line.
 *   <li>{@code json}, {@code http}: the same, but blanks and line breaks outside of strings do not count, and a line break
 *       in a string is one blank. Something left out begins and ends both inside of a string or both outside.
 *   <li>{@code LANGUAGE PATH}, as in {@code drl candidate/membership/electronics.drl}: the file has these lines now.
 *   <li>{@code LANGUAGE unchecked: REASON}, as in {@code sh unchecked: it ends with Ctrl-C}: not run or not compared.
 *       There should be few.
 * </ul>
 *
 * <p>In an output, {@code …} stands for anything. Times, ids, hashes, keys, seconds in parentheses, {@code "index"}, and
 * numbers of leaves match any other of their kind. An id or hash, even one cut short by {@code …}, has to stand for the same
 * one throughout the guide. A command takes it from an earlier answer ({@code ID=$(…)}). Dates have to be the same, so
 * commands name the day where an answer would show today.
 *
 * <p>Commands may use bash, curl and what every Debian has, but not jq. The service is at {@code 127.0.0.1:8080} or
 * {@code localhost:8080}. Commands start in a folder with {@code rules/}, {@code src/} and {@code target/} of the project,
 * where they may change {@code rules/} and write files of their own. All guides share one service.
 */
class GuidesIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path BUILD = Path.of(System.getProperty("centerline.build.directory", "target"));
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static Program service;

    @BeforeAll
    static void start() throws IOException {
        Files.createSymbolicLink(folder.resolve("src"), PROJECT.resolve("src"));
        Files.createSymbolicLink(folder.resolve("target"), BUILD.toAbsolutePath());
        try (Stream<Path> files = Files.walk(PROJECT.resolve("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(PROJECT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        service = Program.ready(folder, folder.resolve("rules").toString());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (service != null) {
            service.close();
        }
        Files.delete(folder.resolve("src"));
        Files.delete(folder.resolve("target"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "src/docs/importers.md",
                "src/docs/callers.md",
                "src/docs/auditors.md",
                "src/docs/search.md",
                "src/docs/command-line.md",
                "src/docs/editors.md",
                "src/docs/analysts.md"
            })
    void guide_followed_printsWhatItShows(String document) throws Exception {
        Guide guide = Guide.read(Path.of(document));
        assertThat(guide.steps()).isNotEmpty();
        Path notes = folder.resolve("notes").resolve(document);
        Files.createDirectories(notes);

        List<Printed> printed = new Shell(folder, environment())
                .run(
                        guide.steps().stream()
                                .map(step -> step.commands().replace(":8080", ":" + service.port()))
                                .toList(),
                        notes,
                        PATIENCE);

        Map<String, String> names = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        StringBuilder transcript = new StringBuilder();
        for (int i = 0; i < printed.size(); i++) {
            Step step = guide.steps().get(i);
            String text = printed.get(i).text().replace(":" + service.port(), ":8080");
            transcript.append("\n# line ").append(step.line()).append('\n').append(step.commands());
            transcript
                    .append("# exit code ")
                    .append(printed.get(i).exitCode())
                    .append('\n')
                    .append(text);
            step.shown()
                    .flatMap(shown -> shown.differs(text, names).map(how -> shown.place() + ": " + how))
                    .ifPresent(wrong::add);
            if (step.shown().isEmpty() && printed.get(i).exitCode() != 0) {
                wrong.add(document + ":" + step.line() + ": exit code "
                        + printed.get(i).exitCode() + ": " + text);
            }
        }
        Path log = BUILD.resolve("guides").resolve(document.replace('/', '-') + ".txt");
        Files.createDirectories(log.getParent());
        Files.writeString(log, transcript);
        assertThat(wrong).as("see " + log + " for all that was printed").isEmpty();
    }

    private static Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PATH",
                Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + System.getenv("PATH"),
                "QUARKUS_HTTP_PORT",
                Integer.toString(service.port()),
                // Commands are over before Java's second compiler would have earned its time.
                "JAVA_OPTS",
                "-XX:TieredStopAtLevel=1",
                "LC_ALL",
                "C.UTF-8",
                "no_proxy",
                "*");
    }
}
