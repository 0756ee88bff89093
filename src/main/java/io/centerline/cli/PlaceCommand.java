package io.centerline.cli;

import io.centerline.facts.Intake;
import io.centerline.journal.DecisionJson;
import io.centerline.journal.Receipt;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides a file: read, decide, print. */
@Command(
        name = "place",
        description = {
            "Places the importers of a file and prints why. Needs no server and records nothing.",
            "",
            "FILE is a placement request in JSON, as POST /v1/placements takes it, or a CSV of entry lines with an "
                    + "importer column, which gives one decision for each importer."
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
            description = "How much to explain; full unless a CSV has several importers, whose report is then a table.")
    private @Nullable Explain explain;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "The day to decide a CSV for; today (UTC) when absent. A JSON request names its own.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "json|csv",
            description = "How FILE is written; otherwise its ending tells, or its first character.")
    private @Nullable InputFormat format;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The folder of the rulebook; else CENTERLINE_RULES_DIR, else rules.")
    private @Nullable Path rules;

    PlaceCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        InputFile input = InputFile.read(file, host.terminal());
        InputFormat written = format != null ? format : InputFormat.of(file, input.content());
        if (written == InputFormat.JSON && asOf != null) {
            throw new CommandRefused(
                    ExitCode.USAGE, "`--as-of` is for CSV", "a JSON request says the day in its field `asOf`");
        }
        Instant now = host.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate day = asOf != null ? asOf : LocalDate.ofInstant(now, ZoneOffset.UTC);
        Desk desk = Desk.open(rules != null ? rules : host.rulesFolder(), host.version());
        List<Intake.Accepted> cases = desk.read(input, written, day);
        boolean table = !json && cases.size() > 1;
        List<Decision> decisions =
                desk.decide(cases, explain != null ? explain : table ? Explain.SUMMARY : Explain.FULL);
        if (table) {
            host.terminal().print(Overview.of(decisions, desk.receipt(decisions.get(0), now)));
        }
        if (!table || explain == Explain.FULL) {
            decisions.forEach(decision -> print(decision, desk.receipt(decision, now), table));
        }
        return ExitCode.DONE;
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
