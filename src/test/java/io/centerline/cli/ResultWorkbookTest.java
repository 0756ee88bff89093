package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import io.centerline.intake.sheet.SheetChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook of {@code place --out}, read back. */
class ResultWorkbookTest {
    private static final String ROWS = "Importer Number,Name,Entry Number,Line,Entry Date,HTS,Value\n"
            + "12-345678900,=Acme,ABC12345676,1,2026-03-02,8471.30.0100,10.00\n"
            + "12-345678900,=Acme,ABC12345676,2,2026-03-02,8471.30.0100,20.00\n"
            + "12-345678900,=Acme,ABC12345676,3,2026-03-02,8471,20.00\n"
            + "123-45-6789,Jo Doe,ABC12345684,1,2026-03-02,8471.30.0100,10.00\n";

    @TempDir
    private Path folder;

    private Run place(Path out, String... options) throws IOException {
        String input = Files.writeString(folder.resolve("lines.csv"), ROWS).toString();
        return Run.of(Stream.concat(
                        Stream.of("place", "--as-of", "2026-11-25", "--out", out.toString(), input), Stream.of(options))
                .toArray(String[]::new));
    }

    private static List<EntryRow> sheet(Path file, String name) throws IOException {
        List<EntryRow> rows = new ArrayList<>();
        try (RowSource source = RowSources.open(file, new SheetChoice(name, row -> true))) {
            EntryRow row;
            while ((row = source.next()) != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> cells(EntryRow row, int... columns) {
        return Arrays.stream(columns).mapToObj(row::cell).toList();
    }

    @Test
    void place_out_hasASheetForEachQuestion() throws IOException {
        Path out = folder.resolve("answers.xlsx");

        Run run = place(out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<EntryRow> importers = sheet(out, "Importers");
        assertThat(importers).hasSize(3);
        assertThat(cells(importers.get(1), 0, 1, 2, 3, 7, 8, 9))
                .containsExactly("12-345678900", "=Acme", "PLACED", "CEE007", "2", "0", "1");
        assertThat(importers.get(1).isNumeric(0)).isFalse();
        assertThat(importers.get(1).isNumeric(7)).isTrue();
        assertThat(importers.get(1).isNumeric(9)).isTrue();
        assertThat(cells(importers.get(2), 0, 1)).containsExactly("***-**-6789", "***");
        assertThat(cells(sheet(out, "Tallies").get(1), 0, 1, 3, 4, 5, 6))
                .containsExactly("12-345678900", "CEE007", "2", "1", "30", "1");
        assertThat(sheet(out, "What would change it")).hasSize(1);
        assertThat(sheet(out, "Not counted").get(0).cells())
                .containsExactly("Importer", "Reason", "Lines", "Rules", "Examples");
        assertThat(sheet(out, "Rejects").get(1).cells())
                .containsExactly(
                        "4",
                        "HTS",
                        "8471",
                        "line 4, column \"HTS\": HTS number `8471` has 4 digits, expected 8 or 10",
                        "use the number from the entry summary, for example `8471.30.01`");
        assertThat(sheet(out, "About"))
                .extracting(row -> row.cell(0) + "=" + row.cell(1))
                .contains("As of=2026-11-25", "Importers=2", "Rows read=4", "Rows counted=3", "Rows rejected=1");
    }

    @Test
    void place_importerWithOnlyRejectedRows_isAFactAboutTheAnswer() throws IOException {
        Path out = folder.resolve("answers.xlsx");
        Path input = Files.writeString(
                folder.resolve("rejected.csv"), "Importer,HTS\n12-345678900,8471.30.0100\n123-45-6789,8471\n");

        Run.of("place", input.toString(), "--out", out.toString());

        assertThat(sheet(out, "About"))
                .extracting(row -> row.cell(0) + "=" + row.cell(1))
                .contains("Note=1 importer has only rejected rows, and nothing is decided for it: `***-**-6789`");
    }

    @Test
    void place_rejectsWithSocialSecurityNumbers_showThemNowhere() throws IOException {
        Path out = folder.resolve("answers.xlsx");
        String rows = "Importer,Name,HTS\n12-345678900,Acme,8471.30.0100\n123456789,Jo,8471.30.0100\n"
                + " 123 45 6789,Jo,8471.30.0100\n123\u201045\u20106789,Jo,8471.30.0100\n"
                + "123-45-6789x,Jo,8471.30.0100\n12-345678900,Acme,720838003\n";
        Path input = Files.writeString(folder.resolve("persons.csv"), rows);

        Run run = Run.of("place", input.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isZero();
        List<EntryRow> rejects = sheet(out, "Rejects");
        assertThat(rejects).hasSizeGreaterThan(2);
        assertThat(rejects)
                .flatExtracting(EntryRow::cells)
                .noneMatch(cell -> cell.replaceAll("[^0-9]", "").contains("123456789"));
        assertThat(cells(rejects.get(1), 1, 2)).containsExactly("Importer", "*****6789");
        assertThat(cells(rejects.get(rejects.size() - 1), 1, 2)).containsExactly("HTS", "720838003");
    }

    @Test
    void place_outTwice_hasTheSameBytesAndHeadersThatStay() throws IOException {
        Path first = folder.resolve("first.xlsx");
        Path second = folder.resolve("second.xlsx");

        place(first);
        place(second, "--json");

        assertThat(first).hasSameBinaryContentAs(second);
        try (ZipFile zip = new ZipFile(first.toFile())) {
            String sheet = new String(
                    zip.getInputStream(new ZipEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet).contains("state=\"frozen\"", "<autoFilter ref=\"A1:L3\">");
        }
    }

    @Test
    void place_outOfAFileThatIsRefused_leavesWhatWasThere() throws IOException {
        Path out = Files.writeString(folder.resolve("answers.xlsx"), "before");

        Run refused = place(out, "--strict");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(out).content().isEqualTo("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("answers.xlsx", "lines.csv");
        }
    }

    @Test
    void place_outThatCannotBeWritten_isRefused() throws IOException {
        Run folderMissing = place(folder.resolve("none").resolve("answers.xlsx"));

        assertThat(folderMissing.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(folderMissing.out()).isEmpty();
        assertThat(folderMissing.err()).contains("cannot be written");
        assertThat(place(folder.resolve("answers.csv")).exitCode()).isEqualTo(ExitCode.USAGE);
        String self = Files.writeString(folder.resolve("self.xlsx"), ROWS).toString();
        assertThat(Run.of("place", self, "--out", self).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Path.of(self)).content().isEqualTo(ROWS);
    }
}
