package io.centerline.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.intake.rows.RowOptions;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderFilesTest {
    private static final Rulebook RULES = Rulebook.read(Path.of("rules"));

    @TempDir
    Path folder;

    @Test
    void run_whileItDecides_hasAFileThatTellsHowFarItIs() throws IOException {
        List<RunPace> paces = new ArrayList<>();
        Path out = folder.resolve("out");
        RunSummary summary = run(out, step -> paces.add(pace(out)));

        assertThat(paces).isNotEmpty().allSatisfy(pace -> {
            assertThat(pace.working()).isTrue();
            assertThat(pace.process()).isEqualTo(ProcessMark.own());
            assertThat(pace.process().isGone()).isFalse();
        });
        assertThat(out.resolve(".work")).doesNotExist();
        assertThat(SummaryReader.read(Files.readAllBytes(out.resolve("summary.json"))))
                .isEqualTo(summary);
        RunTerms terms = RunTerms.read(Files.readAllBytes(out.resolve("manifest.json")));
        assertThat(terms.rulebook()).isEqualTo(RULES.hash());
        assertThat(terms.asOf()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(terms.inputs()).extracting(RunTerms.Input::bytes).containsExactly(Files.size(lines()));
    }

    @Test
    void run_thatEndsHalfway_saysThatNobodyWorksOnIt() {
        Path out = folder.resolve("out");

        assertThatThrownBy(() -> run(out, step -> {
                    throw new IllegalStateException("stopped at " + step);
                }))
                .hasMessage("stopped at deciding");
        assertThat(pace(out).working()).isFalse();
        assertThat(pace(out).step()).isEqualTo("deciding");
    }

    @Test
    void isGone_processThatEnded_isTrueOnItsOwnMachineOnly() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        ProcessMark ended = new ProcessMark(process.pid(), ProcessMark.own().machine());

        assertThat(ended.isGone()).isTrue();
        assertThat(new ProcessMark(ended.pid(), "another").isGone()).isFalse();
    }

    @Test
    void left_pace_isWhatTheRestTakes() {
        assertThat(new RunPace("x", 3, 9, "parts", 6, true, ProcessMark.own()).left())
                .isEqualTo(12);
        assertThat(new RunPace("x", 0, 9, "parts", 6, true, ProcessMark.own()).left())
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"rows\": 1}",
                "{\"asOf\": \"soon\", \"rulebook\": \"r\", \"schedule\": \"s\", \"program\": \"p\","
                        + " \"options\": {\"explain\": \"e\", \"format\": \"f\"}, \"inputs\": []}"
            })
    void read_whatNoRunWrites_isRefusedWithAReason(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> RunTerms.read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("it");
        assertThatThrownBy(() -> SummaryReader.read(bytes)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RunPace.read(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void first_moreRowsThanWanted_saysSo() throws IOException {
        String csv = "a,b\n1,\"x\ny\"\n2\n3,z\n";

        RunTable table = RunTable.first(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), 2);

        assertThat(table.rows()).containsExactly(List.of("1", "x\ny"), List.of("2"));
        assertThat(table.more()).isTrue();
        assertThat(RunTable.cell(table.rows().get(1), table.column("b"))).isEmpty();
        assertThatThrownBy(() -> RunTable.first(new ByteArrayInputStream("a\n\"b".getBytes(StandardCharsets.UTF_8)), 2))
                .isInstanceOf(IOException.class);
    }

    private static Path lines() {
        return Path.of("src/samples/lines.csv");
    }

    /** Runs, and tells when it begins to decide. */
    private static RunSummary run(Path out, java.util.function.Consumer<String> deciding) {
        return new FileRun(
                        new RunRequest(
                                List.of(lines().toString()),
                                out,
                                LocalDate.of(2026, 11, 25),
                                RowOptions.LENIENT,
                                RULES,
                                Schedule.load(),
                                "test",
                                Explain.SUMMARY,
                                RunRequest.Format.CSV,
                                1,
                                500_000_000L,
                                false,
                                null,
                                null),
                        new RunProgress() {
                            @Override
                            public void step(String step) {
                                if (step.equals("deciding")) {
                                    deciding.accept(step);
                                }
                            }

                            @Override
                            public void done(long done, long all, String unit) {}
                        })
                .run();
    }

    private static RunPace pace(Path out) {
        try {
            return RunPace.read(Files.readAllBytes(out.resolve(".work/progress.json")));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
