package io.centerline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The job on a real cluster. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlaceJobIT {
    private static final long LINES = Long.getLong("centerline.spark.lines", 200_000);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @TempDir
    static Path folder;

    private static SparkCluster cluster;
    private static Path lines;
    private static Path placed;

    @BeforeAll
    static void start() throws Exception {
        lines = folder.resolve("lines.parquet");
        placed = folder.resolve("placed");
        MadeLines.write(lines, LINES);
        cluster = SparkCluster.start(folder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void main_parquet_decidesAsThePlacementOfTheWholeFile() throws Exception {
        Job job = submit(lines, placed);

        assertThat(job.exit()).as(job::text).isZero();
        assertThat(placed.resolve("_SUCCESS")).exists();
        assertThat(placed.resolve("decisions/center=CEE003")).isDirectory();
        assertThat(Answers.placed(placed)).isEqualTo(PlacedAlone.of(lines, DAY));
        assertThat(Answers.rejects(placed)).isPositive();
        assertThat(job.text()).contains(String.format("rows read    %,15d", LINES));
    }

    @Test
    @Order(2)
    void main_executorDies_endsWithTheSameResult() throws Exception {
        Path output = folder.resolve("survived");
        Path log = folder.resolve("survived.log");
        Process process = cluster.submit(log, arguments(lines, output));
        SparkCluster.await(process, log, Pattern.compile("Finished task .* \\(2/8\\)"));
        ProcessHandle executor = cluster.executors().get(0);
        executor.destroyForcibly();
        Job job = new Job(process.waitFor(), log);

        assertThat(job.exit()).as(job::text).isZero();
        assertThat(job.text()).contains("Lost executor");
        assertThat(Answers.all(output)).isEqualTo(Answers.all(placed));
    }

    @Test
    @Order(3)
    void main_separatedValues_decidesAsOfParquet() throws Exception {
        Path texts = Files.createDirectory(folder.resolve("texts"));
        MadeLines.writeText(lines, texts, LINES);
        Files.writeString(
                texts.resolve("c.csv"),
                Files.readAllLines(texts.resolve("a.csv")).get(0) + "\n12-3456789,too,short\n");
        Path output = folder.resolve("placed-texts");
        Job job = submit(texts, output);

        assertThat(job.exit()).as(job::text).isZero();
        assertThat(Answers.placed(output)).isEqualTo(Answers.placed(placed));
        assertThat(Answers.rejects(output)).isEqualTo(Answers.rejects(placed) + 1);
        assertThat(job.text()).contains(String.format("rows read    %,15d", LINES + 1));
    }

    @Test
    @Order(4)
    void main_parquet_isTheRunOnOneMachineRowByRow() throws Exception {
        Path output = folder.resolve("run");
        Path log = folder.resolve("run.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                SparkCluster.BUILD
                        .resolveSibling("quarkus-app/quarkus-run.jar")
                        .toAbsolutePath()
                        .toString(),
                "run"));
        command.addAll(List.of(lines.toString(), "--out", output.toString(), "--as-of", DAY.toString()));
        Process run = new ProcessBuilder(command)
                .directory(Files.createDirectory(folder.resolve("elsewhere")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(run.waitFor()).as(() -> new Job(1, log).text()).isZero();
        assertThat(Answers.decisions(placed)).isEqualTo(Answers.decisionsOfRun(output));
    }

    @Test
    void main_damagedPage_failsAndLeavesNothing() throws Exception {
        Path damaged = folder.resolve("damaged.parquet");
        Files.copy(lines, damaged);
        try (RandomAccessFile file = new RandomAccessFile(damaged.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[4096]);
        }
        Job job = submit(damaged, folder.resolve("nothing"));

        assertThat(job.exit()).as(job::text).isNotZero();
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void main_truncatedFile_namesIt() throws Exception {
        Path cut = folder.resolve("cut.parquet");
        byte[] whole = Files.readAllBytes(lines);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 100));
        Job job = submit(cut, folder.resolve("nothing"));

        assertThat(job.exit()).isEqualTo(2);
        assertThat(job.text()).contains("error: `" + cut + "` is not readable as Parquet");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    private static List<String> arguments(Path input, Path output) {
        return new ArrayList<>(
                List.of("--input", input.toString(), "--output", output.toString(), "--as-of", DAY.toString()));
    }

    private static Job submit(Path input, Path output) throws IOException, InterruptedException {
        Path log = folder.resolve(output.getFileName() + "-of-" + input.getFileName() + ".log");
        return new Job(cluster.submit(log, arguments(input, output)).waitFor(), log);
    }

    /** A job that ended. */
    private record Job(int exit, Path log) {

        String text() {
            try {
                return Files.readString(log);
            } catch (IOException unreadable) {
                return unreadable.toString();
            }
        }
    }
}
