package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchDataCommandTest {
    @TempDir
    Path folder;

    @Test
    void benchData_aFile_isWrittenAndDescribed() throws Exception {
        Path file = folder.resolve("lines.csv");
        Run run = Run.of("bench-data", "--lines", "2k", "--importers", "20", "--out", file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("2,000 entry lines of 20 importers", "1 file of ", "2025-10-01 to 2026-09-30");
        assertThat(Files.readAllLines(file)).hasSize(2001);
    }

    @Test
    void benchData_aFolder_hasPartsOfTheForm() {
        Path parts = folder.resolve("parts");
        Run run = Run.of("bench-data", "--lines", "1k", "--files", "2", "--format", "es003", "--out", parts.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(parts.resolve("part-0001.csv")).content().startsWith("Entry Summary Number,Entry Type Code,");
        assertThat(parts.resolve("part-0002.csv")).exists();
    }

    @Test
    void benchData_whatIsThere_isRefusedWithAdvice() throws Exception {
        Path file = Files.writeString(folder.resolve("lines.csv"), "mine");
        Run run = Run.of("bench-data", "--lines", "10", "--out", file.toString());
        assertThat(run.said()).startsWith("exit code 2").contains("is there already", "`--force`");
        assertThat(file).hasContent("mine");
        assertThat(Run.of("bench-data", "--lines", "10", "--force", "--out", file.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readAllLines(file)).hasSize(11);
    }

    @Test
    void benchData_optionsThatDoNotFit_areRefused() throws IOException {
        refused("`--lines 0` is not between 1 and 2000000000", "--lines", "0", "--out", "x.csv");
        refused("`20G` is not a whole number, such as 20000000, 20M or 500k", "--lines", "20G", "--out", "x.csv");
        refused("`--importers 11` are more than `--lines 10`", "--lines", "10", "--importers", "11", "--out", "x.csv");
        refused("`--importers 0` is not between 1 and", "--lines", "10", "--importers", "0", "--out", "x.csv");
        refused("`--format csv` does not fit", "--lines", "10", "--format", "csv", "--out", "x.parquet");
        refused("is one file", "--lines", "10", "--files", "2", "--out", "x.parquet");
        refused("`--files 0` is not between 1 and 9999", "--lines", "10", "--files", "0", "--out", "x");
        refused(
                "cannot be made",
                "--lines",
                "10",
                "--out",
                Files.writeString(folder.resolve("no"), "").resolve("x.csv").toString());
    }

    private static void refused(String message, String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "bench-data";
        System.arraycopy(options, 0, args, 1, options.length);
        Run run = Run.of(args);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).contains("\nhelp: ");
    }
}
