package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBaseTest {
    private static final String FIRST = "sha256:" + "1".repeat(64);
    private static final String SECOND = "sha256:" + "2".repeat(64);

    @TempDir
    Path folder;

    @Test
    void find_whatCouldNotBeWritten_isRememberedUntilSomebodyWritesTheFile() throws Exception {
        Path absent = folder.resolve("rules");
        FolderBase base = new FolderBase(absent);

        assertThat(base.set(FIRST)).isFalse();
        assertThat(base.find()).contains(FIRST);

        Files.createDirectory(absent);
        Path file = Files.writeString(absent.resolve(FolderBase.NAME), SECOND + "\n");
        assertThat(base.find()).contains(SECOND);

        // A folder in its place cannot be written, whoever runs the test.
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(base.set(FIRST)).isFalse();
        Files.delete(file);
        Files.writeString(file, SECOND);
        assertThat(base.find()).contains(SECOND);
    }

    @Test
    void find_fileWrittenAgainWithTheSameHash_counts() throws Exception {
        Path file = Files.writeString(folder.resolve(FolderBase.NAME), FIRST);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-25T00:00:00Z")));
        FolderBase base = new FolderBase(folder);

        assertThat(base.set(SECOND)).isTrue();
        assertThat(base.find()).contains(SECOND);
    }
}
