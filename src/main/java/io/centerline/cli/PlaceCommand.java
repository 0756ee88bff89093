package io.centerline.cli;

import io.centerline.application.ResultWorkbook;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.intake.Intake;
import io.centerline.intake.rows.FileReading;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides a file: read, decide, print. */
@Command(
        name = "place",
        description = {
            "Places the importers of a file and prints why. Needs no server and records nothing.",
            "",
            "FILE is a placement request in JSON, as POST /v1/placements takes it, or a CSV or XLSX of entry lines, as ACE or "
                    + "a broker exports them, which gives one decision for each importer.",
            "",
            "Rows with faults are rejected and reported, and the others are decided.",
            "",
            "What a service has on file is not asked: an importer whose account the file does not mention counts as "
                    + "never placed."
        },
        footerHeading = "%nColumns, by their titles, in any order (`columns FILE` shows what is understood):%n",
        footer = {
            "  Importer      the importer number, such as 12-345678900; needed",
            "  HTS           an HTSUS number; needed. Several numbers of a line are in HTS 1 to HTS 16",
            "  Date          the entry date, such as 2026-03-02; without it the line counts, with a warning",
            "  Count         how many entry lines the row stands for; else 1",
            "  Value         the entered value in dollars, such as 5400.00",
            "  Quantity      the quantity, such as 12.5",
            "  Entry Type    the two digits of the entry type, such as 01",
            "  Name          the importer's name",
            "  Kind          IMPORTER, BROKER or COURIER; else IMPORTER",
            "  Entry Number  the entry summary",
            "  Line          the number of the line in it",
            "  Set           X for an article set, V for an article in it",
            "  Role          IMPORTER_OF_RECORD or CONSIGNEE; else IMPORTER_OF_RECORD"
        })
final class PlaceCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(paramLabel = "FILE", description = "The file to decide; - reads the standard input.")
    private String file = "";

    @Option(names = "--json", description = "Print one decision as JSON a line, as the service answers it.")
    private boolean json;

    @Option(
            names = "--explain",
            paramLabel = "full|summary",
            description =
                    "How much to explain; full unless a file has several importers, whose report is then a table.")
    private @Nullable Explain explain;

    @Option(
            names = "--out",
            paramLabel = "FILE.xlsx",
            description = "Also write the decisions, what would change them, and the rejected rows as a workbook.")
    private @Nullable Path out;

    @Mixin
    private final CaseOptions options = new CaseOptions();

    PlaceCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Instant now = host.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Path target = out;
        if (target == null) {
            place(now, options.open(file, host, now), null);
            return ExitCode.DONE;
        }
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new CommandRefused(
                    ExitCode.USAGE,
                    "`--out " + target + "` does not end with `.xlsx`",
                    "the workbook is written as XLSX; for other forms use `--json`");
        }
        WrittenFile.refuseInput(target, "`--out`", file, "name another file with `--out`");
        options.refuseOut(target);
        try (ResultWorkbook workbook = begin(target)) {
            place(now, options.open(file, host, now, workbook.rejects()), workbook);
        }
        return ExitCode.DONE;
    }

    private ResultWorkbook begin(Path target) {
        try {
            return ResultWorkbook.begin(target, host.version());
        } catch (IOException failed) {
            throw refused(target, failed);
        }
    }

    private static CommandRefused refused(@Nullable Path target, IOException failed) {
        return new CommandRefused(
                ExitCode.FAILED,
                "the workbook `" + target + "` cannot be written: " + failed.getMessage(),
                "name another file with `--out`");
    }

    private void place(Instant now, CaseOptions.Opened opened, @Nullable ResultWorkbook workbook) {
        OfflinePlacement placement = opened.placement();
        List<Intake.Accepted> cases = opened.cases();
        boolean table = !json && cases.size() > 1;
        Explain wanted = table && workbook == null ? Explain.SUMMARY : Explain.FULL;
        List<Decision> decisions = placement.decide(cases, explain != null ? explain : wanted);
        Receipt first = placement.receipt(decisions.get(0), now);
        if (workbook != null) {
            FileReading reading = opened.reading();
            long counted = reading == null
                    ? 0
                    : reading.account().inLines()
                            - placement.rowsNotVoting(cases, reading.account()).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
            try {
                workbook.write(decisions, first, file.equals("-") ? "standard input" : file, reading, counted);
            } catch (IOException failed) {
                throw refused(out, failed);
            }
        }
        opened.tell(host.terminal(), json);
        if (table) {
            host.terminal().print(Overview.of(decisions, first));
        }
        if (!table || explain == Explain.FULL) {
            decisions.forEach(decision -> print(decision, placement.receipt(decision, now), table));
        }
    }

    private void print(Decision decision, Receipt receipt, boolean afterAnother) {
        if (json) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(DecisionJson.write(decision, receipt));
            line.write('\n');
            host.terminal().print(line.toByteArray());
        } else {
            String rule = afterAnother ? "\n" + "-".repeat(Page.WIDTH) + "\n" : "";
            host.terminal().print(rule + Report.of(decision, receipt));
        }
    }
}
