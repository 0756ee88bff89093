package io.centerline.cli;

import io.centerline.lsp.RuleServer;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves an editor over the standard streams. */
@Command(
        name = "lsp",
        description = {
            "Serves an editor over the standard streams (Language Server Protocol).",
            "",
            "Findings while typing, completion, hovers, definitions, quick fixes. The editor starts it; the guide on "
                    + "editors has the settings.",
            "",
            "With --against, rules show what they move. Without the service they are shown all the same."
        })
final class LspCommand implements Callable<Integer> {
    private final Host host;

    @Mixin
    private ComparedRules compared = new ComparedRules();

    LspCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        // Standard output belongs to the protocol: whatever a library prints goes where messages go.
        System.setOut(System.err);
        try {
            boolean asked = RuleServer.serve(
                    host.terminal().in(),
                    host.terminal().out(),
                    OfflinePlacement.schedule(),
                    () -> Optional.ofNullable(compared.history(host.clock().instant(), host)),
                    host.version());
            return asked ? ExitCode.DONE : ExitCode.FAILED;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            System.setOut(out);
        }
    }
}
