package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (var file : RuleFolder.read(Path.of("rules")).files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private Run move(String... more) {
        List<String> args = new ArrayList<>(List.of("rules", "move"));
        args.addAll(Arrays.asList(more));
        args.addAll(List.of("--rules", folder.toString()));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void move_ofAHeading_writesWhatItPrintsAndIsSound() throws IOException {
        String[] asked = {"8715", "--to", "CEE003", "--from", "2027-07-01", "--citation", "an example"};
        String[] dry = Arrays.copyOf(asked, asked.length + 1);
        dry[asked.length] = "--dry-run";
        RuleFolder before = RuleFolder.read(folder);
        Run printed = move(dry);
        assertThat(printed.exitCode()).as(printed.said()).isZero();
        assertThat(RuleFolder.read(folder)).isEqualTo(before);
        // The file of an editor on Windows keeps its line ends, the new lines have them too.
        Path edited = folder.resolve("membership/consumer-products.drl");
        Files.writeString(edited, "\uFEFF" + Files.readString(edited).replace("\n", "\r\n"));
        Run run = move(asked);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "--- a/membership/consumer-products.drl",
                        "+rule \"MEM-0316 Baby carriages (8715) are Automotive & Aerospace since 1 July 2027\"",
                        "every past Center, status, basis and review stays",
                        "the rulebook is sound",
                        "4 files written");
        assertThat(Files.readString(edited)).startsWith("\uFEFF").contains("until 30 June 2027\"\r\n");
        assertThat(Files.readString(edited).replace("\r\n", "")).doesNotContain("\n");
        assertThat(RuleFolder.read(folder).rules().texts().get("membership/automotive-aerospace.drl"))
                .endsWith("""

                        // Taken out of MEM-0826 (Consumer Products & Mass Merchandising).
                        rule "MEM-0316 Baby carriages (8715) are Automotive & Aerospace since 1 July 2027"
                            @id("MEM-0316") @citation("an example")
                            @standing("inferred:low") @inForce("2027-07-01/..")
                        when
                            $hts : HtsNumber( heading == 8715 )
                        then
                            insert(new Membership($hts, Center.AUTOMOTIVE_AEROSPACE));
                        end
                        """);
        try (var files = Files.walk(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".unfinished"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8715 | CEE003 | 2026-11-24 | 4 | days before 2026-11-25 are past",
                "8715 | CEE011 | 2027-07-01 | 2 | `CEE011` is no Center",
                "98   | CEE003 | 2027-07-01 | 2 | `98` is no range of the tariff",
                "871  | CEE003 | 2027-07-01 | 2 | `871` is no range of the tariff",
                "8716-8715 | CEE003 | 2027-07-01 | 2 | `8716-8715` is no range of the tariff",
                "8715 | CEE008 | 2027-07-01 | 4 | belongs to Consumer Products & Mass Merchandising on 2027-07-01 already",
            })
    void move_thatCannotBeMade_saysWhyAndWritesNothing(
            String range, String center, String from, int exitCode, String said) {
        RuleFolder before = RuleFolder.read(folder);
        Run run = move(range, "--to", center, "--from", from, "--citation", "an example");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).contains(said);
        assertThat(RuleFolder.read(folder)).isEqualTo(before);
    }

    @Test
    void move_foundWithoutEvidence_isRefusedByTheCheckAndNotWritten() {
        RuleFolder before = RuleFolder.read(folder);
        Run run =
                move("8715", "--to", "CEE003", "--from", "2027-07-01", "--citation", "92 FR 1", "--standing", "found");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("STANDING_UNSUPPORTED", "nothing was written");
        assertThat(RuleFolder.read(folder)).isEqualTo(before);
        assertThat(move("8715", "--to", "CEE010", "--from", "2027-07-01", "--citation", "x", "--kind", "NOTICE")
                        .err())
                .contains("give --evidence, --kind and --date together");
    }

    @Test
    void move_againstRulesThatHaveTheNextId_takesTheOneBehindIt(@TempDir Path other) throws IOException {
        for (var file : RuleFolder.read(folder).files().entrySet()) {
            Path path = other.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().replace("MEM-0315", "MEM-0316"));
        }
        Run run = move(
                "8715",
                "--to",
                "CEE003",
                "--from",
                "2027-07-01",
                "--citation",
                "an example",
                "--dry-run",
                "--against",
                other.toString());
        assertThat(run.out()).contains("+rule \"MEM-0317 Baby carriages (8715)");
    }

    @Test
    void except_ofARateLine_departsFromTheCoarserRule() {
        Run run = Run.of(
                "rules",
                "except",
                "40151210",
                "--to",
                "CEE010",
                "--from",
                "2027-07-01",
                "--citation",
                "an example",
                "--goods",
                "Surgical gloves",
                "--rules",
                folder.toString());
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.out())
                .contains(
                        "+// Departs from MEM-0112",
                        "rateLine == 40151210",
                        "the rulebook is sound",
                        "2 files written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4015.12 | MEM-0112 claims `401511` to `401519`, which is no coarser than `401512`",
                "8715 | MEM-0826 claims `8715`, which is no coarser than `8715`, so there is no rule to depart from",
                "87   | which is no coarser than `87`, so there is no rule to depart from",
            })
    void except_whereNoCoarserRuleHasTheNumbers_saysToMoveThem(String range, String said) {
        Run run = Run.of(
                "rules",
                "except",
                range,
                "--to",
                "CEE010",
                "--from",
                "2027-07-01",
                "--citation",
                "an example",
                "--rules",
                folder.toString());
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains(said, "`centerline rules move`");
    }
}
