package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.language.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledFolderTest {
    private static final Duration QUIET = Duration.ofMillis(100);

    private FolderReading lying = reading("first");
    private long millis;
    private final SettledFolder settled = new SettledFolder(() -> lying, QUIET, () -> millis * 1_000_000);

    @Test
    void poll_quietFolder_isGivenOnce() {
        assertThat(settled.poll()).isEmpty();
        millis += 99;
        assertThat(settled.poll()).isEmpty();
        assertThat(settled.isRestless()).isTrue();
        millis += 1;
        assertThat(settled.poll()).contains(reading("first"));
        assertThat(settled.isRestless()).isFalse();
        millis += 1_000;
        assertThat(settled.poll()).isEmpty();
    }

    @Test
    void poll_fileBeingSaved_isNotTakenHalf() {
        settleFirst();
        lying = reading("");
        assertThat(settled.poll()).isEmpty();
        millis += 90;
        lying = reading("half of the te");
        assertThat(settled.poll()).isEmpty();
        millis += 90;
        lying = reading("half of the text");
        assertThat(settled.poll()).isEmpty();
        millis += 100;
        assertThat(settled.poll()).contains(reading("half of the text"));
    }

    @Test
    void poll_fileReplacedInASave_isNotReportedMissing() {
        settleFirst();
        lying = unreadable();
        assertThat(settled.poll()).isEmpty();
        millis += 50;
        lying = reading("second");
        assertThat(settled.poll()).isEmpty();
        millis += 100;
        assertThat(settled.poll()).contains(reading("second"));
    }

    @Test
    void poll_folderThatStaysUnreadable_isReported() {
        settleFirst();
        lying = unreadable();
        settled.poll();
        millis += 100;
        assertThat(settled.poll()).contains(unreadable());
    }

    @Test
    void poll_changeTakenBack_isNoChange() {
        settleFirst();
        lying = reading("second");
        settled.poll();
        millis += 50;
        lying = reading("first");
        settled.poll();
        millis += 200;
        assertThat(settled.poll()).isEmpty();
        assertThat(settled.isRestless()).isFalse();
    }

    @Test
    void readSettled_folderOnDisk_isRead(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("placement"));
        Files.writeString(folder.resolve("placement/a.drl"), "x");

        RuleFolder read = RuleFolder.readSettled(folder, Duration.ofMillis(20), Duration.ofSeconds(30));

        assertThat(read.rules().texts()).isEqualTo(Map.of("placement/a.drl", "x"));
    }

    @Test
    void await_folderThatNeverRests_saysSo(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.drl"), "x");
        SettledFolder restless = new SettledFolder(
                () -> {
                    try {
                        Files.writeString(file, Files.readString(file) + "x");
                        return new FolderReading.Readable(RuleFolder.read(folder));
                    } catch (IOException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                },
                Duration.ofMillis(4),
                System::nanoTime);

        FolderReading reading = restless.await(Duration.ofMillis(30));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        FolderReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.findings().get(0).message())
                                .isEqualTo("the rule folder keeps changing while it is read"));
    }

    private void settleFirst() {
        settled.poll();
        millis += 100;
        assertThat(settled.poll()).isPresent();
        millis += 100;
    }

    private static FolderReading reading(String text) {
        return new FolderReading.Readable(
                new RuleFolder(new RuleFiles(new TreeMap<>(Map.of("placement/a.drl", text))), new TreeMap<>()));
    }

    private static FolderReading unreadable() {
        return new FolderReading.Unreadable(List.of(new Finding(SourceCollector.WHOLE, 1, "gone", "", "")));
    }
}
