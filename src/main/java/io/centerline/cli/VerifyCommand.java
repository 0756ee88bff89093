package io.centerline.cli;

import io.centerline.log.LogVerifier;
import io.centerline.log.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies an export of the journal without trusting anyone. */
@Command(
        name = "verify",
        description = {
            "Verifies an export of the journal and tells the first fault. Needs no server and trusts none.",
            "",
            "EXPORT is a file that starts with the format centerline-journal/1 or /2. Every leaf is hashed again; together"
                    + " they must give the root that the log signed, and the roots it signed before."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(
            paramLabel = "EXPORT",
            description =
                    "The export: a file, - for the standard input, or the address of a service to ask for all of it.")
    private String export = "";

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of the log that you hold; without one, that in the export.")
    private @Nullable String checkpoint;

    @Option(names = "--json", description = "Print the verdict as JSON.")
    private boolean json;

    VerifyCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        LogVerifier verifier = trust.verifier();
        List<byte[]> checkpoints = new ArrayList<>();
        if (checkpoint != null) {
            checkpoints.add(TrustOptions.note(checkpoint, host.terminal()));
        }
        checkpoints.addAll(trust.earlier(host.terminal()));
        Verdict verdict = verify(verifier, checkpoints);
        host.terminal().print(json ? VerdictText.json(verdict) : VerdictText.of(verdict));
        return verdict instanceof Verdict.Verified ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
    }

    private Verdict verify(LogVerifier verifier, List<byte[]> checkpoints) {
        try (InputStream in = RemoteService.isAddress(export)
                ? RemoteExport.open(export)
                : InputFile.export(export, host.terminal())) {
            return verifier.verify(in, checkpoints, new LeafProgress(host));
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, "the export cannot be read further: " + failed.getMessage(), "");
        }
    }
}
