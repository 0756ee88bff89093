package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.sheet.MadeUpWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say of the rows of a file. */
class PlaceRowsTest {
    private static final String SOUND = "12-345678900,ABC12345676,1,2026-03-02,8471.30.0100,10.00\n";
    private static final String TITLES = "Importer Number,Entry Number,Line,Entry Date,HTS,Value";

    @TempDir
    private Path folder;

    private String file(String rows) throws IOException {
        return Files.writeString(folder.resolve("lines.csv"), TITLES + "\n" + rows)
                .toString();
    }

    @Test
    void place_rowWithFault_isRejectedBesideTheFileAndTheRestIsDecided() throws IOException {
        Run run = Run.of("place", file(SOUND + "12-345678900,ABC12345676,2,2026-03-02,8471,10.00\nTotal,,,,,20.00\n"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Rows         3 read: 1 counted, 1 set aside (1 total row), 1 rejected\n")
                .contains("line 3, column \"HTS\": HTS number `8471` has 4 digits", "lines.rejects.csv`");
        assertThat(folder.resolve("lines.rejects.csv"))
                .content()
                .isEqualToNormalizingNewlines(TITLES
                        + ",Reason,Remedy\n12-345678900,ABC12345676,2,2026-03-02,8471,10.00,"
                        + "\"line 3, column \"\"HTS\"\": HTS number `8471` has 4 digits, expected 8 or 10\","
                        + "\"use the number from the entry summary, for example `8471.30.01`\"\n");
    }

    @Test
    void place_cellsOfACsv_areHarmlessAmongItsRejectsAndReadAsTheyCame() throws IOException {
        String hurt = "12-345678900,'=cmd|' /C calc'!A0,2,2026-03-02,=1+1,-10.00\n";
        String kept = "12-345678900,\"=\"\"00512345678\"\"\",'3,2026-03-02,8471,10.00\n";

        Run.of("place", file(SOUND + hurt + kept));

        Path rejects = folder.resolve("lines.rejects.csv");
        assertThat(rejects).content().contains(hurt.strip().replace("=1+1", "'=1+1") + ",", kept.strip() + ",");
        assertThat(Run.of("place", rejects.toString()).err()).contains("HTS number `=1+1`");
    }

    @Test
    void place_textsOfAWorkbookThatLookLikeFormulas_areNoFormulasAmongItsRejects() throws IOException {
        List<Object> titles = List.of("Importer Number", "Name", "Entry Number", "Line", "HTS", "Value", "Goods");
        List<Object> bad = List.of("12-345678900", "=cmd|' /C calc'!A0", "@A-1", 2, "-x", -10, "-10.00");
        Path book = Files.write(
                folder.resolve("book.xlsx"),
                MadeUpWorkbook.of(
                        "Main Report", List.of(titles, bad, List.of("+12", "\tx", "A", 3, "8471", -1, " =1"))));

        Run run = Run.of("place", book.toString());

        Path rejects = folder.resolve("book.rejects.csv");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(rejects)
                .content()
                .contains("12-345678900,'=cmd|' /C calc'!A0,'@A-1,2,'-x,-10,-10.00,")
                .contains("'+12,'\tx,A,3,8471,-1,' =1,");
        String mended = Files.readString(rejects).replace("'-x", "8471.30.0100").replace(",-10,", ",10,");
        Run again = Run.of("place", Files.writeString(rejects, mended).toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("12-345678900 =cmd|' /C calc'!A0 (importer)");
    }

    @Test
    void place_rowsThatCannotBeSplit_keepTheirTextAmongTheRejects() throws IOException {
        String unbalanced = "12-345678900,\"ABC\"12345676,2,2026-03-02,8471.30.0100,10.00\n";
        String tooLong = "12-345678900,ABC12345676,3,2026-03-02,8471.30.0100,5,400.00\n";
        String tooShort = "12-345678900,ABC12345676,4,2026-03-02,8471.30.0100\n";

        Run run = Run.of("place", file(unbalanced + SOUND + tooLong + tooShort));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("line 2: the row cannot be split into columns; a quotation mark is probably unbalanced")
                .contains("line 4: line 4 has 7 cells, expected 6")
                .doesNotContain("0 cells");
        Path rejects = folder.resolve("lines.rejects.csv");
        assertThat(rejects)
                .content()
                .contains(
                        "\n\"" + unbalanced.strip().replace("\"", "\"\"") + "\",,,,,,",
                        "\n\"" + tooLong.strip() + "\",,,,,,",
                        "\n\"" + tooShort.strip() + "\",,,,,,");
        assertThat(Run.of("place", rejects.toString()).err()).contains("has 3 rows, all with faults");
    }

    @Test
    void place_rowOfAWorkbook_isNamedOnce() throws IOException {
        Path book = Files.write(
                folder.resolve("book.xlsx"),
                MadeUpWorkbook.of(
                        "S",
                        List.of(
                                List.of("Importer", "HTS"),
                                List.of("12-345678900", "8471300100"),
                                List.of("12-345678900", "8471"))));

        assertThat(Run.of("place", book.toString()).out())
                .contains("Rejected     S!B3: HTS number `8471` has 4 digits");
    }

    @Test
    void place_hiddenSheet_isSaidToBeHidden() throws IOException {
        String relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String rows = "<row><c t=\"str\"><v>Importer</v></c><c t=\"str\"><v>HTS</v></c></row>"
                + "<row><c t=\"str\"><v>12-345678900</v></c><c t=\"str\"><v>8471300100</v></c></row>";
        Path book = Files.write(
                folder.resolve("hidden.xlsx"),
                MadeUpWorkbook.ofRows(rows)
                        .with(
                                "xl/workbook.xml",
                                "<workbook xmlns:r=\"" + relationships
                                        + "\"><workbookPr/><sheets><sheet name=\"Main Report\""
                                        + " sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/></sheets></workbook>")
                        .bytes());

        assertThat(Run.of("place", book.toString()).out())
                .contains("Note         the sheet `Main Report` is read, which is hidden\n");
    }

    @Test
    void place_nameThatHoldsASocialSecurityNumber_isMasked() throws IOException {
        Path input = Files.writeString(
                folder.resolve("named.csv"), "Importer,Name,HTS\n12-345678900,Jo 123-45-6789,8471.30.0100\n");

        assertThat(Run.of("place", input.toString()).out())
                .startsWith("Rows ")
                .contains("12-345678900 Jo ***-**-6789")
                .doesNotContain("123-45");
    }

    @Test
    void place_everyLineOutsideTheWindow_saysSo() throws IOException {
        Run run = Run.of("place", "--as-of", "2030-06-30", file(SOUND));

        assertThat(run.out()).startsWith("""
                        Rows         1 read: 0 counted, 1 set aside (1 row of a line that does not vote: outside window), 0
                                     rejected
                        Note         every line lies outside the window of the as-of date; name the day by `--as-of`
                        """);
    }

    @Test
    void place_rejectsMendedInTheirFile_arePlaced() throws IOException {
        Run.of("place", file(SOUND + "12-345678900,ABC12345676,2,2026-03-02,8471,10.00\n"));
        Path rejects = folder.resolve("lines.rejects.csv");
        Files.writeString(rejects, Files.readString(rejects).replace(",8471,", ",8471300100,"));

        Run run = Run.of("place", rejects.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Rows         1 read: 1 counted, 0 set aside, 0 rejected\n");
    }

    @Test
    void place_rowsThatContradictEachOther_areAllRejected() throws IOException {
        String other = SOUND.replace("2026-03-02", "2026-03-03");
        String sound = SOUND.replace(",1,", ",2,");
        Path rejects = folder.resolve("bad.csv");

        Run run = Run.of("place", "--rejects", rejects.toString(), file(SOUND + sound + other));
        Run piped = Run.withInput(
                TITLES + "\n" + SOUND + sound + other, "place", "-", "--rejects", folder.resolve("piped.csv") + "");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Rows         3 read: 1 counted, 0 set aside, 2 rejected\n")
                .contains("line 2 and line 4 differ in `Entry Date`");
        assertThat(rejects).content().hasLineCount(3).contains("2026-03-02", "2026-03-03");
        assertThat(piped.exitCode()).isZero();
        assertThat(folder.resolve("piped.csv")).hasSameTextualContentAs(rejects);
        assertThat(Run.of("place", "--on-conflict", "last", file(SOUND + sound + other))
                        .out())
                .startsWith("Rows         3 read: 2 counted, 1 set aside (1 row of another version), 0 rejected\n");
    }

    @Test
    void place_json_hasTheAccountOnTheStandardError() throws IOException {
        Run run = Run.of("place", "--json", file(SOUND));

        assertThat(run.out()).startsWith("{").hasLineCount(1);
        assertThat(run.err()).isEqualTo("Rows         1 read: 1 counted, 0 set aside, 0 rejected\n\n");
    }

    @Test
    void place_strict_refusesTheFileAsAWhole() throws IOException {
        Run fault = Run.of("place", "--strict", file(SOUND + SOUND.replace("8471.30.0100", "8471")));

        assertThat(fault.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(fault.err()).contains("1 issue, nothing was decided", "HTS_TOO_SHORT at line 3, column \"HTS\"");
        assertThat(folder.resolve("lines.rejects.csv")).doesNotExist();
    }

    @Test
    void place_everyRowRejected_decidesNothing() throws IOException {
        Run run = Run.of("place", file(SOUND.replace("8471.30.0100", "8471")));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err())
                .contains("has 1 row, all with faults; nothing was decided", "HTS_TOO_SHORT")
                .contains("Rows 1 read: 0 counted, 0 set aside, 1 rejected", "help: mend them in `");
        assertThat(folder.resolve("lines.rejects.csv")).content().contains(",8471,", "Reason");
    }

    @Test
    void place_everyRowRejected_writesTheRejectsThatWereAskedFor() throws IOException {
        Path rejects = folder.resolve("bad.csv");
        String late = SOUND + SOUND.replace("2026-03-02", "2026-03-03");

        Run run = Run.of("place", file(late), "--rejects", rejects.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).contains("Rows 2 read: 0 counted, 0 set aside, 2 rejected");
        assertThat(rejects).content().hasLineCount(3);
    }

    @Test
    void place_onlyTotals_saysWhatBecameOfTheRows() throws IOException {
        Run run = Run.of("place", file("Total,,,,,10.00\n"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err())
                .contains(
                        "has no rows of entry lines", "Rows 1 read: 0 counted, 1 set aside (1 total row), 0 rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines.csv", "./other/../lines.csv", "link.csv", "hard.csv", "away/lines.csv"})
    void place_rejectsThatAreTheInput_areRefusedUnread(String name) throws IOException {
        String input = file("12-345678900,ABC12345676,1,2026-03-02,8471,10.00\n" + SOUND);
        Files.createDirectory(folder.resolve("other"));
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of(input));
        Files.createLink(folder.resolve("hard.csv"), Path.of(input));
        Files.createSymbolicLink(folder.resolve("away"), folder);
        String before = Files.readString(Path.of(input));

        for (String[] command : List.of(
                new String[] {"place", input}, new String[] {"impact", "src/test/resources/cli/candidate", input})) {
            Run run = Run.of(Stream.concat(Stream.of(command), Stream.of("--rejects", folder + "/" + name))
                    .toArray(String[]::new));

            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).startsWith("error: `--rejects` names the file that is read\nhelp: ");
            assertThat(Path.of(input)).content().isEqualTo(before);
        }
    }

    @Test
    void place_rejectsBesideTheFileThatAreTheFile_areRefused() throws IOException {
        String input = file("12-345678900,ABC12345676,1,2026-03-02,8471,10.00\n" + SOUND);
        Files.createLink(folder.resolve("lines.rejects.csv"), Path.of(input));

        Run run = Run.of("place", input);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("lines.rejects.csv`, names the file that is read");
    }

    @Test
    void place_filesThatWouldOverwriteAnother_areRefused() throws IOException {
        String input = file(SOUND);
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), "columns:\n");
        Path unfinished = Files.copy(Path.of(input), folder.resolve("bad.csv.unfinished"));
        String out = folder.resolve("answers.xlsx").toString();
        String again = folder + "/./answers.xlsx";

        assertThat(Run.of("place", input, "--out", out, "--rejects", again).err())
                .startsWith("error: `--out` and `--rejects` name the same file\n");
        assertThat(Run.of("place", input, "--mapping", mapping + "", "--rejects", mapping + "")
                        .err())
                .startsWith("error: `--rejects` names the file that is read\n");
        assertThat(Run.of("place", unfinished + "", "--rejects", folder + "/bad.csv")
                        .err())
                .startsWith("error: `--rejects` names the file that is read\n");
        assertThat(folder.resolve("answers.xlsx")).doesNotExist();
    }

    @Test
    void place_optionsOfRowsForJson_areRefused() throws IOException {
        Path request = Files.writeString(folder.resolve("request.json"), "{}");

        assertThat(Run.of("place", "--strict", request.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void impact_rows_areAccountedForToo() throws IOException {
        Run run = Run.of("impact", "src/test/resources/cli/candidate", file(SOUND + "Total,,,,,10.00\n"));

        assertThat(run.out()).startsWith("Rows         2 read: 1 counted, 1 set aside (1 total row), 0 rejected\n");
    }

    @Test
    void columns_titlesThatAreNotKnown_areMappedByWhatItWrites() throws IOException {
        Path input = Files.writeString(
                folder.resolve("other.csv"),
                "IOR,Entry No,Entry Number,Line,Wann,Date,Ware,HTS\n12-345678900,A1,A2,1,x,03/02/2026,y,8471.30.0100\n");
        Path mapping = folder.resolve("mapping.yaml");

        Run shown = Run.of("columns", input.toString(), "--write", mapping.toString());

        assertThat(shown.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(shown.out())
                .contains("importer", "A  IOR       `12-345678900`")
                .contains("Not read     columns `Wann`, `Ware`")
                .contains("columns `Entry No` and `Entry Number` both hold")
                .contains("Missing      entry-type");
        assertThat(mapping).content().contains("  importer: IOR\n", "  entry: Entry No\n", "# dates: ");

        Files.writeString(mapping, Files.readString(mapping).replace("# dates: MM/DD/YYYY, or", "dates: MM/DD/YYYY #"));
        Run placed = Run.of("place", input.toString(), "--mapping", mapping.toString());

        assertThat(placed.err()).isEmpty();
        assertThat(placed.out()).startsWith("Rows         1 read: 1 counted");
        assertThat(Run.of("columns", input.toString(), "--write", mapping.toString())
                        .err())
                .contains("already");
    }

    @Test
    void columns_daysThatMixTwoForms_areTheIssueThatPlaceHas() throws IOException {
        String input =
                file(SOUND.replace("2026-03-02", "02/17/2026").repeat(200) + SOUND.replace("2026-03-02", "13/02/2026"));

        Run shown = Run.of("columns", input);
        Run placed = Run.of("place", input);

        assertThat(placed.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(placed.err()).contains("DATE_FORM_UNCLEAR", "the day first on line 202");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(shown.out().replaceAll("\\s+", " ")).contains("Issue line 202, ", "the day first on line 202");
    }

    @Test
    void columns_nameOfWhoHasASocialSecurityNumber_isHidden() throws IOException {
        String person = "123-45-6789,Jane Roe,8471.30.0100\n";
        Path persons = Files.writeString(folder.resolve("persons.csv"), "IOR,Name,HTS\n" + person);
        Path mixed = Files.writeString(
                folder.resolve("mixed.csv"), "IOR,Name,HTS\n" + person + "12-345678900,Acme,8471.30.0100\n");

        assertThat(Run.of("columns", persons.toString()).out())
                .contains("`***`")
                .doesNotContain("Jane");
        assertThat(Run.of("columns", mixed.toString()).out()).contains("`Acme`").doesNotContain("Jane");
    }

    @Test
    void columns_columnOfVersions_isSaidToBeReadForTheNewestOnly() throws IOException {
        Path input = Files.writeString(
                folder.resolve("versions.csv"),
                "IOR,HTS,Entry Date,Entry Summary Date\n12-345678900,8471.30.0100,03/02/2026,03/05/2026\n");

        assertThat(Run.of("columns", input.toString()).out())
                .contains("version", "Version      read with `--on-conflict newest` only\n");
        assertThat(Run.of("columns", file(SOUND)).out()).doesNotContain("newest");
    }

    @Test
    void columns_unknownTitles_areOfferedInTheMappingForWhatIsMissing() throws IOException {
        Path input = Files.writeString(
                folder.resolve("unknown.csv"), "Cust Ref,Ln,Val USD,Port Code\n12-345678900,1,10.00,2704\n");
        Path mapping = folder.resolve("mapping.yaml");

        Run.of("columns", input.toString(), "--write", mapping.toString());

        assertThat(mapping)
                .content()
                .contains("columns:\n  # importer:   one of: Cust Ref, Ln, Val USD\n")
                .contains("  # line:       one of: Cust Ref, Ln, Val USD\n");
    }

    @Test
    void place_daysThatRejectedRowsProveToHaveTheDayFirst_areReadAsTheNoteSays() throws IOException {
        String rows = "12-345678900,8471.30.0100,03/02/2026\n12-345678900,8471,13/02/2026\n";
        Path input = Files.writeString(folder.resolve("days.csv"), "IOR,HTS,Date\n" + rows);

        Run run = Run.of("place", input.toString());

        assertThat(run.out())
                .contains("Note         the days of column `Date` are read as DD/MM/YYYY, as line 3 shows\n");
        assertThat(Run.of("columns", input.toString()).out()).contains("Days         DD/MM/YYYY");
    }

    @Test
    void place_importersWithOnlyRejectedRows_areNamed() throws IOException {
        String other = "98-765432100,ABC12345676,7,2026-03-02,8471,10.00\n";
        String person = "123-45-6789,ABC12345684,1,2026-03-02,8471.30.0100,10.00\n";

        Run run = Run.of("place", file(SOUND + other + person + person.replace("-03-02", "-03-03")));

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Note 2 importers have only rejected rows, and nothing is decided for them: `98-765432100`,"
                        + " `***-**-6789`")
                .contains("Decision ");
        assertThat(Run.of("place", file(SOUND)).out()).doesNotContain("only rejected rows");
    }

    @Test
    void place_unknownColumnOfDays_isHintedAtWhereNoDayIsRead() throws IOException {
        String hint = "Note column `Entry Dt` holds days and is not read; if they are the entry dates, name it in a"
                + " mapping as `date`";
        String titles = "IOR,HTS,Entry Dt,Batch\n";
        Path input =
                Files.writeString(folder.resolve("days.csv"), titles + "12-345678900,8471.30.0100,03/02/26,20260302\n");
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), "columns:\n  date:\n");
        Path other = Files.writeString(
                folder.resolve("other.csv"),
                titles + "12-345678900,8471.30.0100,03/02/26,1\n12-345678900,8471.30.0100,x,2\n");

        assertThat(Run.of("columns", input.toString()).out().replaceAll("\\s+", " "))
                .contains(hint);
        assertThat(Run.of("place", input.toString()).out().replaceAll("\\s+", " "))
                .contains(hint);
        assertThat(Run.of("place", input.toString(), "--mapping", mapping.toString())
                        .out())
                .doesNotContain("holds days");
        assertThat(Run.of("place", other.toString()).out()).startsWith("Rows").doesNotContain("holds days");
    }

    @Test
    void place_mappingThatDoesNotFit_saysWhichColumn() throws IOException {
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), "columns:\n  hts: Ware\n");

        Run run = Run.of("place", file(SOUND), "--mapping", mapping.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).contains("the file has no column `Ware`", "its columns are `Importer Number`");
    }
}
