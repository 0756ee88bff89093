package io.centerline.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ParentWatchTest {

    @TempDir
    Path folder;

    @Test
    void parentKilled_whenAsked_theProgramEndsInGoodOrder() throws IOException {
        Process parent = parentOfAWatchingProgram();

        parent.destroyForcibly();

        awaitGoodOrder();
    }

    @Test
    void parentTerminatedAndWaiting_whenAsked_theProgramEndsInGoodOrder() throws IOException {
        Process parent = parentOfAWatchingProgram();

        parent.destroy();

        awaitGoodOrder();
    }

    private Process parentOfAWatchingProgram() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Watched.class.getName(),
                        "parent")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output().toFile())
                .start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readAllLines(output()).equals(List.of("watching")));
        return parent;
    }

    private void awaitGoodOrder() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(output()).hasContent("watching\nin good order"));
    }

    private Path output() {
        return folder.resolve("out");
    }
}
