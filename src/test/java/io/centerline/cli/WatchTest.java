package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.centerline.check.Mistake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final String PREDOMINANCE = "placement/predominance.drl";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Thread watch;

    @BeforeEach
    void start() throws IOException {
        CheckCommandTest.write(Mistake.none(), folder);
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new ByteArrayOutputStream());
        Host host = new Host(terminal, Clock.systemUTC(), "1.2.3", setting -> Optional.empty());
        watch = new Thread(() -> new Program(host, () -> {}).run("check", "--watch", folder.toString()));
        watch.start();
        says(1, "the rulebook is sound");
    }

    @AfterEach
    void end() throws InterruptedException {
        watch.interrupt();
        watch.join(30_000);
        assertThat(watch.isAlive()).isFalse();
    }

    @Test
    void watch_savedChanges_areCheckedEach() throws IOException {
        Path file = folder.resolve(PREDOMINANCE);
        String sound = Files.readString(file);

        Files.writeString(file, sound.replace("counted < 5", "cuonted < 5"));
        says(1, "did you mean `counted`?");
        Files.writeString(file, sound);
        says(2, "the rulebook is sound");
    }

    /** An editor truncates, writes in pieces, or takes the file away and puts a new one there. */
    @Test
    void watch_fileHalfWritten_isNotTaken() throws Exception {
        Path file = folder.resolve(PREDOMINANCE);
        String sound = Files.readString(file);

        for (int length = 0; length < sound.length(); length += 100) {
            Files.writeString(file, sound.substring(0, length));
            Thread.sleep(20);
        }
        Files.delete(file);
        Thread.sleep(50);
        Files.writeString(file, sound + "// saved\n");
        says(2, "the rulebook is sound");

        assertThat(text()).doesNotContain("refused");
    }

    @Test
    void watch_fileAndFolderGone_goesOn() throws IOException {
        Path file = folder.resolve("membership/exceptions.drl");
        String text = Files.readString(file);

        Files.delete(file);
        says(1, "the rulebook is refused");
        Files.writeString(file, text);
        says(2, "the rulebook is sound");
    }

    private void says(int times, String text) {
        await().atMost(Duration.ofSeconds(60)).until(() -> text().split(Pattern.quote(text), -1).length > times);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
