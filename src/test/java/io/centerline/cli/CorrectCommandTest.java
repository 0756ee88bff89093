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

class CorrectCommandTest {
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

    private Run correct(String... more) {
        List<String> args = new ArrayList<>(List.of("rules", "correct"));
        args.addAll(Arrays.asList(more));
        args.addAll(List.of("--reason", "the notice of 2014 says so.", "--rules", folder.toString()));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void correct_ofACenter_changesTheRuleWhereItStandsAndSaysWhichPastAnswersChange() {
        Run run = correct("MEM-0826", "--to", "CEE003");
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.out())
                .contains(
                        "+// Corrected: the notice of 2014 says so.",
                        "+rule \"MEM-0826 Baby carriages (8715) are Automotive & Aerospace\"",
                        "+    insert(new Membership($hts, Center.AUTOMOTIVE_AEROSPACE));",
                        "`8715.00.0020` belongs to Automotive & Aerospace under MEM-0826",
                        "the rulebook is sound",
                        "past answers change from 2013-04-04 to 2026-11-24: MEM-0826 now gives its numbers to",
                        "example: 8715",
                        "who activates this says why, as its `correction`: the notice of 2014 says so.",
                        "2 files written");
        RuleFolder corrected = RuleFolder.read(folder);
        assertThat(corrected.rules().texts().get("membership/consumer-products.drl"))
                .contains("rule \"MEM-0826 Baby carriages (8715) are Automotive & Aerospace\"");
        // A further rule of the Center stands where most of its rules are.
        Run moved = Run.of(
                "rules",
                "move",
                "9001",
                "--to",
                "CEE003",
                "--from",
                "2027-07-01",
                "--citation",
                "x",
                "--dry-run",
                "--rules",
                folder.toString());
        assertThat(moved.out()).contains("+++ b/membership/automotive-aerospace.drl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MEM-0112 | --range    | 4015.19      | HtsNumber( subheading == 401519 )",
                "MEM-0826 | --citation | a memorandum | under MEM-0826 (a memorandum)",
                "PRE-004  | --standing | inferred:low | @standing(\"inferred:low\")",
            })
    void correct_ofAnyPart_mendsCasesAndIsSound(String id, String option, String value, String rule) {
        Run run = correct(id, option, value);
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.out()).contains(rule, "past answers change", "the rulebook is sound", "written");
    }

    @Test
    void correct_whatAScenarioTells_isWrittenOnlyByForce() {
        RuleFolder before = RuleFolder.read(folder);
        Run refused = correct("MEM-0112", "--citation", "a memorandum");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out())
                .contains(
                        "edge-of-chemicals.yaml",
                        "nothing was written; `--force` writes it all the same, to mend the rest by hand");
        assertThat(RuleFolder.read(folder)).isEqualTo(before);
        Run forced = correct("MEM-0112", "--citation", "a memorandum", "--force");
        assertThat(forced.exitCode()).isEqualTo(3);
        assertThat(forced.out()).contains("2 files written");
        assertThat(RuleFolder.read(folder)).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MEM-0826 | --to       | CEE008 | 4 | MEM-0826 says that already",
                "PRE-005  | --to       | CEE003 | 4 | PRE-005 claims no range of the tariff",
                "MEM-9999 | --to       | CEE003 | 4 | there is no rule `MEM-9999`",
                "MEM-0826 | --standing | true   | 2 | `true` is no standing",
                "MEM-0826 | --range    | 8716   | 4 | MEM-0309 at rules/membership/automotive-aerospace.drl",
            })
    void correct_thatCannotBe_saysWhyAndWritesNothing(
            String id, String option, String value, int exitCode, String said) {
        RuleFolder before = RuleFolder.read(folder);
        Run run = correct(id, option, value);
        assertThat(run.said()).contains("exit code " + exitCode, said);
        assertThat(RuleFolder.read(folder)).isEqualTo(before);
    }
}
