package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Facts;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.log.Disclosed;
import io.centerline.log.ExportHeader;
import io.centerline.log.ExportLine;
import io.centerline.log.TreeHash;
import io.centerline.placement.Placement.Explain;
import io.centerline.replay.KeptDecision;
import io.centerline.replay.Past;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.AddedEdition;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.centerline.tariff.ScheduleFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {
    private static final String CANDIDATE = "src/test/resources/cli/candidate";
    private static final Schedule SCHEDULE = Schedule.load();
    private static final Rulebook RULES = Rulebook.read(Path.of("src/test/resources/cli/rules"));

    @TempDir
    private Path folder;

    /** Decision 5 on perfumes and 6 to 8 on computers. */
    private final List<byte[]> lines = new ArrayList<>();

    @BeforeEach
    void decide() throws IOException {
        for (int i = 5; i < 9; i++) {
            lines.add(line(i, decided(i == 5 ? "3303.00.1000" : "8471.30.0100", i), true));
        }
    }

    @Test
    void replay_untouchedExport_isTheSame() throws IOException {
        assertThat(Run.of("replay", export())).isEqualTo(new Run(ExitCode.DONE, """
                        Replayed     4 decisions
                        The same     4 decisions, byte for byte
                        Different    0 decisions, of which 0 in status or Center
                        Not replayed 0 decisions
                        """, ""));
    }

    @Test
    void replay_range_isThatRangeOnly() throws IOException {
        Run run = Run.of("replay", export(), "--from", "6", "--to", "7", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.contains("\"same\":true"));
        assertThat(run.out()).contains("\"index\":6,", "\"index\":7,");
    }

    @Test
    void replay_alteredDecision_saysWhatDiffers() throws IOException {
        lines.set(1, replaced(lines.get(1), "\"status\":\"PLACED\"", "\"status\":\"PENDING\""));

        Run run = Run.of("replay", export(), "--from", "6", "--to", "8");

        assertThat(run).isEqualTo(new Run(ExitCode.NOT_THE_SAME, """
                        Decision 6   019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11
                        Differs      status: was `PENDING`, is `PLACED`

                        Replayed     3 decisions
                        The same     2 decisions, byte for byte
                        Different    1 decision, of which 1 in status or Center
                        Not replayed 0 decisions
                        """, ""));
    }

    @Test
    void replay_underAnotherRulebook_tellsTheDifferencesAndIsDone() throws IOException {
        Run run = Run.of("replay", export(), "--under", CANDIDATE, "--to", "5");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("Decision 5   019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11\nDiffers      ")
                .contains("center, code: was `CEE008`, is `CEE001`")
                .endsWith("""
                        Replayed     1 decision
                        The same     0 decisions, byte for byte
                        Different    1 decision, of which 1 in status or Center
                        Not replayed 0 decisions
                        """);
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Page.WIDTH));
    }

    @Test
    void replay_rulebookNotGiven_isToldOnceWithWhereItIs() throws IOException {
        Run run = Run.of("replay", export(), "--rules", CANDIDATE, "--to", "5");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_THE_SAME);
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("Decision 5 was not decided again Why there is no rulebook `" + RULES.hash())
                .contains("/v1/rulebooks/" + RULES.hash() + " -o rulebook.zip`", "Not replayed 1 decision");
        assertThat(Run.of("replay", export(), "--rules", CANDIDATE).out().replaceAll("\\s+", " "))
                .startsWith("Decisions 5, 6, 7, 8 were not decided again Why there is no rulebook `")
                .containsOnlyOnce("Why")
                .contains("Not replayed 4 decisions");
        assertThat(Run.of("replay", export(), "--rules", CANDIDATE, "--to", "5", "--json")
                        .out())
                .startsWith("{\"index\":5,\"refused\":\"there is no rulebook `" + RULES.hash());
        assertThat(Run.of("replay", export(), "--rules", CANDIDATE, "--rules", "src/test/resources/cli/rules")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource({"rulebook.zip", "upload.json", "answer.json"})
    void replay_rulebookOfAFile_isThatOfTheFolder(String name) throws IOException {
        RuleFolder rules = RuleFolder.read(Path.of("src/test/resources/cli/rules"));
        String json = new String(rules.json(), StandardCharsets.UTF_8);
        Path file = Files.write(
                folder.resolve(name),
                switch (name) {
                    case "rulebook.zip" -> rules.zip();
                    case "upload.json" -> rules.json();
                    default ->
                        json.replace("{\"files\"", "{\"rulebook\":\"" + RULES.hash() + "\",\"files\"")
                                .getBytes(StandardCharsets.UTF_8);
                });

        assertThat(Run.of("replay", export(), "--rules", file.toString()))
                .isEqualTo(Run.of("replay", export(), "--rules", "src/test/resources/cli/rules"));
        assertThat(Run.of("replay", export(), "--under", file.toString()).exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PK, cut | rules:1:1: this is not a zip archive",
                "{} | the document has no member `files`",
                "[] | the document is no object",
                "x | it is neither a zip archive nor JSON",
            })
    void replay_fileThatIsNoRulebook_isRefused(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.zip"), content);

        Run run = Run.of("replay", export(), "--rules", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.RULES_REFUSED);
        assertThat(run.err())
                .startsWith("error: `" + file + "` is no rulebook: ")
                .contains(message);
    }

    @Test
    void replay_scheduleOfAFile_isTheOneTheReceiptNames() throws IOException {
        Path earlier = earlierEdition();
        lines.replaceAll(line -> replaced(line, Past.SCHEDULE, "hts-2025-rev9"));

        Run without = Run.of("replay", export(), "--to", "5");
        Run with = Run.of("replay", export(), "--to", "5", "--schedule", earlier.toString());

        assertThat(without.exitCode()).isEqualTo(ExitCode.NOT_THE_SAME);
        assertThat(without.out().replaceAll("\\s+", " "))
                .contains("there is no schedule `hts-2025-rev9`, under which it was decided");
        // What was written under another edition has another leaf, but nothing in it comes out differently.
        assertThat(with.out()).doesNotContain("was not decided again", "schedule: ");
    }

    @Test
    void replay_fileThatIsNoSchedule_isRefused() throws IOException {
        Path damaged =
                Files.writeString(folder.resolve("damaged.txt"), "centerline-schedule 1\nedition x\nnumbers 3\n");

        assertThat(Run.of("replay", export(), "--schedule", damaged.toString()))
                .isEqualTo(refused(
                        "`" + damaged + "` is no schedule: schedule, line 4: the file ends in the middle of a line",
                        "download it again from `GET /v1/schedules/{edition}`"));
    }

    /** The editions beside the program's are told by the name, and are found in the folder, or in a file of a service. */
    @Test
    void replay_scheduleWithAddedEditions_isDecidedUnderItOrSaysWhatIsMissing() throws Exception {
        Path editions = folder.resolve("schedules");
        ScheduleFolder added = new ScheduleFolder(editions);
        added.add(new AddedEdition(
                Schedule.listed("hts-2014", new TreeMap<>(Map.of("8471300014", "No."))),
                LocalDate.of(2014, 1, 1),
                null));
        Schedule all = added.schedule();
        Path text = Files.write(folder.resolve("all.txt"), all.text());
        lines.clear();
        lines.add(line(5, decided("8471.30.0014", 5, all), true));
        String export = export();

        Run without = Run.of("replay", export, "--to", "5");
        Run inFolder = Run.withEditions(editions, "", "replay", export, "--to", "5");
        Run fromFile = Run.of("replay", export, "--to", "5", "--schedule", text.toString());

        assertThat(without.exitCode()).isEqualTo(ExitCode.NOT_THE_SAME);
        assertThat(without.out().replaceAll("\\s+", " "))
                .contains(
                        "there is no schedule `" + all.edition() + "`, under which it was decided",
                        "`schedule list` says what those added here make");
        assertThat(inFolder.exitCode()).as(inFolder.out()).isZero();
        assertThat(inFolder.out()).contains("The same     1 decision, byte for byte");
        assertThat(fromFile).isEqualTo(inFolder);
    }

    private Path earlierEdition() throws IOException {
        String text = new String(Schedule.shipped(), StandardCharsets.UTF_8);
        return Files.writeString(
                folder.resolve("earlier.txt"), text.replace("edition " + Past.SCHEDULE, "edition hts-2025-rev9"));
    }

    @Test
    void replay_decisionWithoutFacts_isTold() throws IOException {
        lines.set(3, line(8, decided("8471.30.0100", 8), false));

        Run run = Run.of("replay", export(), "--from", "8");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_THE_SAME);
        assertThat(run.out()).startsWith("""
                Decision 8   was not decided again
                Why          there are no facts to decide it from
                Help         export with `?facts=true`; facts that were erased are gone

                Replayed     0 decisions
                """);
    }

    @Test
    void replay_exportThatCannotBeRead_isRefusedExactly() throws IOException {
        String whole = export();
        assertThat(Run.of("replay", whole, "--to", "9"))
                .isEqualTo(refused(
                        "the export holds decisions 5 to 8, not all from 5 to 9",
                        "export more, or ask for fewer with --from and --to"));
        assertThat(Run.of("replay", whole, "--from", "4"))
                .isEqualTo(refused(
                        "the export holds decisions 5 to 8, not all from 4 to 8",
                        "export more, or ask for fewer with --from and --to"));
        assertThat(Run.withInput("{}\n", "replay", "-"))
                .isEqualTo(refused(
                        "standard input is no export of the journal",
                        "give a file that `GET /v1/journal/export` answered, or a proof with `Accept:"
                                + " application/x-ndjson`"));
        assertThat(Run.of("replay", whole, "--from", "1000"))
                .isEqualTo(refused(
                        "the export holds decisions 5 to 8, none from 1000 on",
                        "ask for places that it holds, or export more"));
        assertThat(Run.of("replay", whole, "--to", "4"))
                .isEqualTo(refused(
                        "the export holds decisions 5 to 8, none up to 4",
                        "ask for places that it holds, or export more"));

        String text = Files.readString(Path.of(whole));
        Run cut = Run.withInput(text.substring(0, text.length() - 5), "replay", "-");
        assertThat(cut.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(cut.err()).isEqualTo("""
                        error: the export is cut before decision 8; its first line says that decision 8 is the last
                        help: export it again
                        """);

        lines.remove(1);
        Run missing = Run.of("replay", export());
        assertThat(missing.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(missing.err()).isEqualTo("""
                           error: line 3 of the export is not decision 6
                           help: `centerline verify` says what is wrong
                           """);
    }

    @Test
    void replay_rangeReversed_isMisuse() throws IOException {
        assertThat(Run.of("replay", export(), "--from", "7", "--to", "6"))
                .isEqualTo(new Run(ExitCode.USAGE, "", "error: `--to` 6 lies before `--from` 7\n"));
    }

    private static Run refused(String message, String help) {
        return new Run(ExitCode.INPUT_REFUSED, "", "error: " + message + "\nhelp: " + help + "\n");
    }

    private String export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new ExportHeader("not looked at", 5, 9, List.of(), List.of(), false).print());
        lines.forEach(out::writeBytes);
        return Files.write(folder.resolve("export.ndjson"), out.toByteArray()).toString();
    }

    private static KeptDecision decided(String number, int lines) {
        return decided(number, lines, SCHEDULE);
    }

    private static KeptDecision decided(String number, int lines, Schedule schedule) {
        String request = "{\"importer\":{\"number\":\"98-765432100\",\"name\":\"\\\"decision\\\":{\"},"
                + "\"asOf\":\"2026-11-25\",\"lines\":[{\"hts\":\"" + number + "\",\"count\":" + lines + "}]}";
        Intake read = new JsonIntake(new HtsReader(schedule), schedule, RULES.firstCoveredDay(), IntakeLimits.DEFAULT)
                .read(request.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 25));
        Facts facts = ((Intake.Accepted) read).facts();
        return Past.decided(
                facts, RULES, Explain.FULL, List.of(), schedule.edition(), new byte[ExportLine.SALT_LENGTH]);
    }

    private static byte[] line(int index, KeptDecision kept, boolean facts) throws IOException {
        return ExportLine.print(
                index,
                TreeHash.of(kept.leaf()),
                List.of(),
                new JsonCanonicalizer(kept.body()).getEncodedUTF8(),
                facts ? new Disclosed(kept.salt(), kept.facts()) : null);
    }

    private static byte[] replaced(byte[] line, String before, String after) {
        String text = new String(line, StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        return text.replace(before, after).getBytes(StandardCharsets.UTF_8);
    }
}
