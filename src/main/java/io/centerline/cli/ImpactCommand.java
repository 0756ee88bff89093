package io.centerline.cli;

import io.centerline.impact.Impact;
import io.centerline.impact.ImpactJson;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two rule folders over a file of entry lines: whom the candidate would move. */
@Command(
        name = "impact",
        description = {
            "Decides the importers of a file under two rule folders and tells whom the candidate would move, where to and "
                    + "because of which rules. Needs no server and records nothing.",
            "",
            "Then it tells how the rules differ, and which numbers change their Center."
        })
final class ImpactCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(index = "0", paramLabel = "CANDIDATE_DIR", description = "The rule folder that might serve next.")
    private Path candidate = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The cases: a CSV of entry lines or a placement request in JSON, as place takes them.")
    private String file = "";

    @Mixin
    private final CaseOptions options = new CaseOptions();

    @Option(
            names = "--limit",
            paramLabel = "SHARE",
            converter = ShareConverter.class,
            description = "End with exit code 5 when more than this share of the cases moves, such as 0.01.")
    private @Nullable BigDecimal limit;

    @Option(names = "--json", description = "Print the impact as one JSON document.")
    private boolean json;

    ImpactCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        CaseOptions.Opened opened = options.open(file, host, host.clock().instant());
        OfflinePlacement present = opened.placement();
        OfflinePlacement next = present.beside(candidate);
        Impact impact = present.impact(next, opened.cases());
        opened.tell(host.terminal(), json);
        if (json) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(ImpactJson.write(impact));
            line.write('\n');
            host.terminal().print(line.toByteArray());
        } else {
            host.terminal().print(ImpactText.of(impact, present.diff(next)));
        }
        return within(impact) ? ExitCode.DONE : ExitCode.OVER_LIMIT;
    }

    private boolean within(Impact impact) {
        return limit == null
                || limit.multiply(BigDecimal.valueOf(impact.cases())).compareTo(BigDecimal.valueOf(impact.moved()))
                        >= 0;
    }
}
