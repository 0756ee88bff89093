package io.centerline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.api.Program;
import io.centerline.api.Requests;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar with the classifier {@code core}. */
class CoreJarIT {
    private static final Path BUILD = Path.of(System.getProperty("centerline.build.directory", "target"));

    /** What the core uses; no framework, no driver of a database, no HTTP. */
    private static final List<String> DEPENDENCIES = List.of(
            "/org/drools/",
            "/org/kie/",
            "/org/mvel/",
            "/org/antlr/",
            "/com/fasterxml/jackson/",
            "/com/fasterxml/aalto-xml/",
            "/org/codehaus/woodstox/stax2-api/",
            "/org/yaml/snakeyaml/",
            "/org/apache/commons/commons-csv/",
            "/io/github/erdtman/",
            "/org/jspecify/",
            "/org/slf4j/slf4j-api/");

    @TempDir
    Path folder;

    @Test
    void core_bareJvm_decidesAsTheServiceDoes() throws Exception {
        String decided;
        try (Program service = Program.ready(folder, "rules")) {
            HttpResponse<String> answer = service.post("/v1/placements?record=false", Requests.EXAMPLE);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            decided = answer.body();
        }
        JsonNode receipt = new ObjectMapper().readTree(decided).path("receipt");

        Process plain = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        driver() + File.pathSeparator + core() + File.pathSeparator + dependencies(),
                        PlainDecision.class.getName(),
                        receipt.path("program").asText(),
                        receipt.path("decidedAt").asText())
                .redirectError(folder.resolve("plain.err").toFile())
                .start();
        plain.getOutputStream().write(Requests.EXAMPLE.getBytes(StandardCharsets.UTF_8));
        plain.getOutputStream().close();
        String alone = new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(plain.waitFor()).as(() -> read(folder.resolve("plain.err"))).isZero();
        assertThat(alone).isEqualTo(decided);
    }

    @Test
    void core_jar_holdsNothingOfTheService() throws IOException {
        try (ZipFile jar = new ZipFile(core().toFile())) {
            List<String> names = jar.stream().map(entry -> entry.getName()).toList();
            assertThat(names)
                    .contains("rules/README.md", "io/centerline/placement/Placement.class")
                    .anyMatch(name -> name.startsWith("io/centerline/tariff/hts-") && name.endsWith(".txt"))
                    .noneMatch(name -> name.matches("io/centerline/(store|journal|accounts|activation|impact/runs"
                            + "|application|api|cli|boot)/.*\\.class"));
        }
    }

    /** The class that drives the core, apart from all others of the tests. */
    private Path driver() throws IOException {
        String name = PlainDecision.class.getName().replace('.', '/') + ".class";
        Path alone = folder.resolve("driver").resolve(name);
        Files.createDirectories(alone.getParent());
        try (InputStream compiled = PlainDecision.class.getResourceAsStream("/" + name)) {
            Files.copy(compiled, alone);
        }
        return folder.resolve("driver");
    }

    private static Path core() throws IOException {
        try (Stream<Path> built = Files.list(BUILD)) {
            return built.filter(file -> file.getFileName().toString().matches("centerline-.*-core\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String dependencies() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> DEPENDENCIES.stream().anyMatch(entry.replace(File.separatorChar, '/')::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
