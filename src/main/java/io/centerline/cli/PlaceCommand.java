package io.centerline.cli;

import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.intake.Intake;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
            "FILE is a placement request in JSON, as POST /v1/placements takes it, or a CSV of entry lines with an "
                    + "importer column, which gives one decision for each importer.",
            "",
            "Its first row names the columns. Importer and HTS are needed; a line with several numbers has HTS 1 to "
                    + "HTS 16. Name, Kind, Entry Number, Line, Date, Set, Role, Count, Quantity and Value are not needed.",
            "",
            "What a service has on file is not asked: an importer whose account the file does not mention counts as "
                    + "never placed."
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

    @Mixin
    private final CaseOptions options = new CaseOptions();

    PlaceCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Instant now = host.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        CaseOptions.Opened opened = options.open(file, host, now);
        OfflinePlacement placement = opened.placement();
        List<Intake.Accepted> cases = opened.cases();
        boolean table = !json && cases.size() > 1;
        List<Decision> decisions =
                placement.decide(cases, explain != null ? explain : table ? Explain.SUMMARY : Explain.FULL);
        if (table) {
            host.terminal().print(Overview.of(decisions, placement.receipt(decisions.get(0), now)));
        }
        if (!table || explain == Explain.FULL) {
            decisions.forEach(decision -> print(decision, placement.receipt(decision, now), table));
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
