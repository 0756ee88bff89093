package io.centerline.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final String GONE = "the data folder `%s` was moved, deleted or replaced while the program used it";

    @TempDir
    Path data;

    private DataFolder folder;

    @BeforeEach
    void fill() throws IOException {
        fill(data);
        folder = DataFolder.inUse(data);
    }

    private static void fill(Path data) throws IOException {
        Path global = Files.createDirectories(data.resolve("postgres/cluster/global"));
        Files.writeString(global.resolve("pg_control"), "control");
        Files.writeString(global.resolveSibling("PG_VERSION"), "17\n");
        Files.writeString(data.resolve("postgres/lock"), "1\n");
    }

    @Test
    void fault_asTaken_isNone() throws IOException {
        Files.writeString(data.resolve("postgres/cluster/global/pg_control"), "written again and again");

        assertThat(folder.fault()).isEmpty();
    }

    @Test
    void fault_clusterDeleted_isTold() throws IOException {
        Programs.deleteTree(data.resolve("postgres/cluster"));

        assertThat(folder.fault()).contains(GONE.formatted(data.toRealPath()));
    }

    @Test
    void fault_replacedByAnother_isTold() throws IOException {
        Files.move(data.resolve("postgres"), data.resolve("before"));
        fill(data);

        assertThat(folder.fault()).contains(GONE.formatted(data.toRealPath()));
    }

    @Test
    void fault_lessSpaceThanNeeded_saysHowMuch() {
        assertThat(folder.fault(Long.MAX_VALUE))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith("the disk of the data folder `")
                        .contains("` is full: ", " KiB are free"));
    }
}
