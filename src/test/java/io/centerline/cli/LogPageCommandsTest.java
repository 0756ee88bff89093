package io.centerline.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the commands that the page of the log shows into bash. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class LogPageCommandsTest {

    @Test
    void commands_ofTheLogPage_verifyWhenPasted(@TempDir Path folder) throws Exception {
        String page = given().accept("text/html").get("/log").asString();
        List<String> commands = Pattern.compile("<div class=\"command\"><pre[^>]*>([^<]*)</pre>")
                .matcher(page)
                .results()
                .map(shown -> shown.group(1).replace("&#39;", "'").replace("&amp;", "&"))
                .toList();

        assertThat(commands).hasSize(5);
        assertThat(pasted(folder, commands.get(0)).out()).startsWith("centerline/");
        for (String whole : commands.subList(1, 4)) {
            // Other tests alter the journal on purpose, so it need not verify; but the command must say which it is.
            assertThat(pasted(folder, whole).out()).matches("(?s)(Verified|Not verified) .*");
        }
        assertThat(pasted(folder, commands.get(4)).out()).startsWith("Verified ");
    }

    /** Runs lines in bash; a line that begins with the program's name runs it within the test, with the words bash made of it. */
    private static Run pasted(Path folder, String lines) throws Exception {
        Path words = folder.resolve("words");
        Process bash = new ProcessBuilder("bash", "-c", "centerline() { printf '%s\\0' \"$@\" > words; }\n" + lines)
                .directory(folder.toFile())
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        if (!Files.exists(words)) {
            return new Run(0, out, "");
        }
        return Run.of(Arrays.stream(Files.readString(words).split("\0"))
                .map(word -> Files.exists(folder.resolve(word))
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new));
    }
}
