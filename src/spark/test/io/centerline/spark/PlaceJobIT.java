package io.centerline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a real cluster. */
class PlaceJobIT {
    private static final long LINES = Long.getLong("centerline.spark.lines", 200_000);

    @TempDir
    Path folder;

    @Test
    void main_parquet_writesDecisionsByCenter() throws Exception {
        MadeLines.write(folder.resolve("lines.parquet"), LINES);
        try (SparkCluster cluster = SparkCluster.start(folder)) {
            Path log = folder.resolve("job.log");
            Process job = cluster.submit(
                    log,
                    List.of(
                            "--input",
                            folder.resolve("lines.parquet").toString(),
                            "--output",
                            folder.resolve("out").toString(),
                            "--as-of",
                            "2026-07-01"));
            assertThat(job.waitFor()).as(() -> read(log)).isZero();
        }
        assertThat(folder.resolve("out/_SUCCESS")).exists();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException unreadable) {
            return unreadable.toString();
        }
    }
}
