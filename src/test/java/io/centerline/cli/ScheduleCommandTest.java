package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.editions.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleCommandTest {
    @TempDir
    private Path folder;

    private Path editions;
    private Path csv;
    private Path json;

    @BeforeEach
    void export() throws IOException {
        editions = folder.resolve("schedules");
        SortedMap<String, List<String>> numbers = Exports.whole("8471300014", "8471300100");
        csv = Files.writeString(folder.resolve("2014.csv"), Exports.csv(numbers));
        json = Files.writeString(folder.resolve("2014.json"), Exports.json(numbers));
    }

    private Run run(String... args) {
        return Run.withEditions(editions, "", args);
    }

    private Run add(Path file, String name, String from) {
        return run("schedule", "add", file.toString(), "--name", name, "--from", from);
    }

    private String schedule() {
        return run("schedule", "list").out().replaceAll("(?s).*Receipts name the schedule `([^`]*)`.*", "$1");
    }

    @Test
    void add_export_isLoadedByCommands() throws IOException {
        String request = "{\"importer\":{\"number\":\"12-345678900\"},\"asOf\":\"2014-11-25\",\"lines\":["
                + "{\"hts\":\"8471.30.0014\",\"date\":\"2014-02-01\"},{\"hts\":\"8471.30.0014\",\"date\":\"2013-12-31\"},"
                + "{\"hts\":\"8471.30.0014\"}]}";
        assertThat(run("schedule", "list").out()).contains("Receipts name the schedule `hts-2026-rev4`.");
        assertThat(Run.withEditions(editions, request, "place", "-", "--json").out())
                .contains("in none of the editions loaded (`hts-2026-rev4`)");

        Run added = add(csv, "hts-2014", "2014-01-01");

        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(added.out()).isEqualTo("""
                Edition      hts-2014, added
                Numbers      98 of ten digits that can be reported, 98 of eight
                Applies      from 2014-01-01 to 2025-12-31, since `hts-2026-rev4` may begin then
                File         `%s`
                Schedule     receipts name all editions together `%s`
                """.formatted(editions.resolve("hts-2014.edition"), schedule()));
        Run placed = Run.withEditions(editions, request, "place", "-", "--json");
        assertThat(placed.out())
                .contains("\"schedule\":\"" + schedule() + "\"")
                .doesNotContain("HTS_UNKNOWN")
                .containsOnlyOnce("HTS_OTHER_EDITION")
                .contains(
                        "entry line 2: HTS number `8471.30.0014` is not in the schedule `hts-2026-rev4`, which applies on"
                                + " 2013-12-31; `hts-2014` has it");
    }

    @Test
    void add_sameAsJson_changesNothing() {
        add(csv, "hts-2014", "2014-01-01");
        String before = schedule();

        Run again = add(json, "hts-2014", "2014-01-01");

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("hts-2014, is there already; nothing changed");
        assertThat(schedule()).isEqualTo(before);
    }

    @Test
    void add_standardInput_isRead() throws IOException {
        Run added = Run.withEditions(
                editions,
                Files.readString(json),
                "schedule",
                "add",
                "-",
                "--name",
                "hts-2014",
                "--from",
                "2014-01-01",
                "--until",
                "2014-12-31");

        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(added.out()).contains("from 2014-01-01 to 2014-12-31\n");
    }

    @Test
    void add_otherContentUnderTheSameName_isRefused() throws IOException {
        add(csv, "hts-2014", "2014-01-01");
        Path other = Files.writeString(folder.resolve("other.csv"), Exports.csv(Exports.whole("8471300015")));

        Run refused = add(other, "hts-2014", "2014-01-01");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(refused.err())
                .isEqualTo("error: there is an edition `hts-2014` already, with other numbers or days\n"
                        + "help: give the new one another name; receipts may name the old one\n");
    }

    @Test
    void add_faultyExport_saysEveryFaultAndAddsNothing() throws IOException {
        Files.writeString(csv, Files.readString(csv) + "101.21,2,Other,,,,,,\n77.01,2,Other\n");

        Run refused = add(csv, "hts-2014", "2014-01-01");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(refused.err()).startsWith("error: schedule file `" + csv + "` has 2 faults\n  line ");
        assertThat(editions).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTS 2014 | 2014-01-01 | 2014-12-31 | `HTS 2014` is no name of an edition",
                "hts-1988 | 1988-12-31 | 2014-12-31 | `--from` 1988-12-31 is before the HTSUS began, on 1989-01-01",
                "hts-2014 | 2014-01-01 | 2013-12-31 | `--until` 2013-12-31 is before `--from` 2014-01-01",
                "hts-2014 | 2014-02-30 | 2014-12-31 | 2014-02-30",
            })
    void add_misuse_isRefused(String name, String from, String until, String message) {
        Run refused = run("schedule", "add", csv.toString(), "--name", name, "--from", from, "--until", until);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains(message);
        assertThat(editions).doesNotExist();
    }

    @Test
    void add_noSuchFile_isRefused() {
        Run refused = add(folder.resolve("absent.csv"), "hts-2014", "2014-01-01");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(refused.err()).contains("there is no file");
    }

    @Test
    void list_severalEditions_saysWhenEachApplies() throws IOException {
        add(csv, "hts-2014", "2014-01-01");
        Path other = Files.writeString(folder.resolve("other.csv"), Exports.csv(Exports.whole("8471300015")));
        add(other, "hts-2015", "2015-01-01");
        add(other, "hts-2027", "2027-01-01");

        Run list = run("schedule", "list");

        assertThat(list.exitCode()).isZero();
        assertThat(list.out().replaceAll("[0-9a-f]{32}", "HASH").replaceAll("-with-[0-9a-f]{12}", "-with-NAME"))
                .isEqualTo("""
                  Edition        From        Until  Numbers  Hash
                  hts-2026-rev4                      20,149  HASH
                  hts-2014       2014-01-01  ..          98  HASH
                  hts-2015       2015-01-01  ..          97  HASH
                  hts-2027       2027-01-01  ..          97  HASH

                hts-2026-rev4 is that of the program and applies on days that no other one covers.
                hts-2014 applies from 2014-01-01 to 2014-12-31, since `hts-2015` begins then.
                hts-2015 applies from 2015-01-01 to 2025-12-31, since `hts-2026-rev4` may begin then.
                hts-2027 applies from 2027-01-01 on, in place of `hts-2026-rev4`; if that one replaced it, say so
                with `--until`.
                Receipts name the schedule `hts-2026-rev4-with-NAME`.
                """);
    }

    @Test
    void list_damagedEdition_isRefused() throws IOException {
        add(csv, "hts-2014", "2014-01-01");
        Files.writeString(editions.resolve("hts-2014.edition"), "x");

        for (Run refused :
                new Run[] {run("schedule", "list"), run("place", "src/test/resources/cli/cases/broker/request.json")}) {
            assertThat(refused.exitCode()).isEqualTo(ExitCode.RULES_REFUSED);
            assertThat(refused.err()).contains("hts-2014.edition` is no edition of the schedule");
        }
    }

    @Test
    void diff_twoEditions_printsNumbersAndCenters() throws IOException {
        add(csv, "hts-2014", "2014-01-01");
        Path other = Files.writeString(
                folder.resolve("other.csv"), Exports.csv(Exports.whole("8471300015", "8471300100", "3303001000")));
        add(other, "hts-2015", "2015-01-01");

        Run diff = run("schedule", "diff", "hts-2014", "hts-2015", "--rules", "rules");

        assertThat(diff.exitCode()).as(diff.err()).isZero();
        assertThat(diff.out())
                .startsWith("""
                Before       hts-2014, by the rules of 2014-01-01
                After        hts-2015, by the rules of 2015-01-01
                Numbers      2 added, 1 dropped, 0 in both and of different Centers

                  Center                                         Before  Added  Dropped  Came  Went  After
                """)
                .contains(
                        "  CEE007 Electronics                                  2      1        1     0     0      2\n")
                .endsWith("""

                Added
                  3303.00.1000  CEE008
                  8471.30.0015  CEE007

                Dropped
                  8471.30.0014  CEE007
                """);
    }

    @Test
    void diff_rulesOfTwoDays_saysWhichNumbersMoved() throws IOException {
        Path both = Files.writeString(folder.resolve("both.csv"), Exports.csv(Exports.whole("8511100000")));
        add(both, "hts-2014", "2014-03-01");
        add(both, "hts-2014b", "2014-04-01");

        assertThat(run("schedule", "diff", "hts-2014", "hts-2014b", "--rules", "rules")
                        .out())
                .contains("Of different Centers\n")
                .contains("  8511.10.0000  CEE010 to CEE003\n");
        assertThat(run("schedule", "diff", "hts-2014", "hts-2014b", "--rules", "rules", "--as-of", "2014-04-01")
                        .out())
                .contains("0 added, 0 dropped, 0 in both and of different Centers");
    }

    @Test
    void diff_unknownEditionOrDay_isRefused() {
        add(csv, "hts-2014", "2014-01-01");

        assertThat(run("schedule", "diff", "hts-2014", "hts-2015").err())
                .isEqualTo("error: there is no edition `hts-2015`\nhelp: these are loaded: hts-2026-rev4, hts-2014\n");
        assertThat(run("schedule", "diff", "hts-2014", "hts-2026-rev4", "--rules", "rules", "--as-of", "2013-04-03")
                        .err())
                .contains("`--as-of` 2013-04-03 is before 2013-04-04, the first day the rules cover");
    }
}
