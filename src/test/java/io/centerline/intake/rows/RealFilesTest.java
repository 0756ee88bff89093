package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.Golden;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Issue;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSources;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code files} is a file as importers have it, and the answer that a customs broker would give. Record anew
 * with {@code -Dgolden.record=true} and review the difference.
 */
class RealFilesTest {
    private static final Path CASES = Path.of("src", "test", "resources", "files");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final Rulebook RULEBOOK = TestRulebook.shared();
    private static final Placement PLACEMENT = new Placement(RULEBOOK);
    private static final RowIntake INTAKE =
            new RowIntake(new HtsReader(SCHEDULE), SCHEDULE, RULEBOOK.firstCoveredDay(), IntakeLimits.DEFAULT);

    static Stream<Path> folders() throws IOException {
        return Golden.folders(CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void read_fileAsItComes_isAnsweredAsABrokerWould(Path folder) throws IOException {
        StringBuilder said = new StringBuilder();
        RejectedRows rejects = new RejectedRows() {
            @Override
            public void begin(List<String> titles) {}

            @Override
            public void reject(EntryRow row, String reason, String remedy) {
                said.append("rejected: ")
                        .append(reason)
                        .append("\n  ")
                        .append(remedy)
                        .append('\n');
            }
        };
        try {
            FileIntake read = INTAKE.read(
                    () -> RowSources.open(folder.resolve("input.csv"), RowIntake.sheet("")),
                    options(folder),
                    AS_OF,
                    rejects);
            if (read instanceof FileIntake.Refused refused) {
                refused.issues().forEach(issue -> said.append("refused: ").append(text(issue)));
            } else {
                answer((FileIntake.Accepted) read, said);
            }
        } catch (MappingRefused misfit) {
            said.append("refused: ")
                    .append(misfit.getMessage())
                    .append("\n  ")
                    .append(misfit.help())
                    .append('\n');
        }

        Golden.compare(said.toString(), folder.resolve("expected.txt"));
    }

    private static RowOptions options(Path folder) throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        Path onConflict = folder.resolve("on-conflict");
        return new RowOptions(
                Files.exists(mapping) ? MappingFile.read(Files.readAllBytes(mapping)) : FileMapping.NONE,
                false,
                false,
                Files.exists(onConflict)
                        ? OnConflict.valueOf(Files.readString(onConflict).strip())
                        : OnConflict.REPORT);
    }

    private static void answer(FileIntake.Accepted read, StringBuilder said) {
        FileReading reading = read.reading();
        RowAccount account = reading.account();
        long counted = account.inLines();
        for (int i = 0; i < read.cases().size(); i++) {
            RowAccount.LineRows rows = account.rowsOfLines().get(i);
            for (BitSet lines : PLACEMENT.notVoting(read.cases().get(i).facts()).values()) {
                counted -= lines.stream().mapToLong(rows::of).sum();
            }
        }
        long aside = account.titles() + account.sums() + account.dropped() + account.inLines() - counted;
        said.append(account.read() + " rows read = " + counted + " counted + " + aside + " set aside + "
                + account.rejected() + " rejected\n");
        assertThat(counted + aside + account.rejected()).isEqualTo(account.read());
        if (!reading.header().ignored().isEmpty()) {
            said.append("not read: ")
                    .append(reading.header().ignored().stream()
                            .map(one -> one.title() + (one.why().isEmpty() ? "" : " (" + one.why() + ")"))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        reading.notes().forEach(note -> said.append("note: ").append(note).append('\n'));
        for (Intake.Accepted one : read.cases()) {
            said.append('\n');
            Decision decision = PLACEMENT.decide(one.facts(), one.warnings(), Explain.SUMMARY);
            said.append(one.facts().importer().number().text())
                    .append(
                            one.facts().importer().name().isEmpty()
                                    ? ""
                                    : " " + one.facts().importer().name())
                    .append(": ")
                    .append(decision.explanation().summary())
                    .append('\n');
            for (Explanation.CenterTally tally : decision.explanation().tallies()) {
                said.append("  ").append(tally.tally()).append('\n');
            }
            decision.explanation().notCounted().stream()
                    .filter(missed -> missed.count() > 0)
                    .forEach(missed -> said.append("  not counted: ")
                            .append(missed.reason())
                            .append(' ')
                            .append(missed.count())
                            .append('\n'));
            for (EntryLine line : one.facts().lines()) {
                said.append("  ").append(line(line)).append('\n');
            }
            one.warnings().forEach(warning -> said.append("  warning: ").append(text(warning)));
        }
    }

    private static String line(EntryLine line) {
        return line.entry() + "/" + line.line() + " " + line.date() + " "
                + (line.entryType().isEmpty() ? "" : "type " + line.entryType() + " ")
                + line.hts().stream().map(number -> number.text()).collect(Collectors.joining("+"))
                + " " + line.value()
                + (line.centsByNumber().isEmpty() ? "" : " " + line.centsByNumber())
                + (line.quantity() == null ? "" : " quantity " + line.quantity());
    }

    private static String text(Issue issue) {
        return issue.code() + " " + issue.pointer() + " | " + issue.message() + " | " + issue.help() + "\n";
    }
}
