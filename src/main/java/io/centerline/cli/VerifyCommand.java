package io.centerline.cli;

import io.centerline.decision.CanonicalReceipt;
import io.centerline.log.LogVerifier;
import io.centerline.log.NoteRefused;
import io.centerline.log.Verdict;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    /** More than a signed note may have, in bytes; what lies behind is not read. */
    private static final int LONGEST_NOTE = 2 << 20;

    private final Host host;

    @Parameters(
            paramLabel = "EXPORT",
            description =
                    "The export: a file, - for the standard input, or the address of a service to ask for all of it.")
    private String export = "";

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            required = true,
            description = "The log's verifier key, name+hash+base64; once for each key that is trusted.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of the log that you hold; without one, that in the export.")
    private @Nullable String checkpoint;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "An earlier checkpoint that the same leaves must lead to; may be repeated.")
    private List<String> earlier = new ArrayList<>();

    @Option(names = "--json", description = "Print the verdict as JSON.")
    private boolean json;

    VerifyCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Verifiers verifiers = verifiers();
        List<byte[]> checkpoints = new ArrayList<>();
        if (checkpoint != null) {
            checkpoints.add(note(checkpoint));
        }
        earlier.forEach(file -> checkpoints.add(note(file)));
        Verdict verdict = verify(new LogVerifier(verifiers, CanonicalReceipt::commits), checkpoints);
        host.terminal().print(json ? VerdictText.json(verdict) : VerdictText.of(verdict));
        return verdict instanceof Verdict.Verified ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
    }

    private Verifiers verifiers() {
        List<VerifierKey> known = new ArrayList<>();
        for (String key : keys) {
            try {
                known.add(VerifierKey.parse(key.strip()));
            } catch (NoteRefused refused) {
                throw new CommandRefused(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused.help());
            }
        }
        return new Verifiers(known);
    }

    private byte[] note(String file) {
        try (InputStream in = InputFile.open(file, host.terminal())) {
            return in.readNBytes(LONGEST_NOTE);
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, "the file `" + file + "` cannot be read: " + failed.getMessage(), "");
        }
    }

    private Verdict verify(LogVerifier verifier, List<byte[]> checkpoints) {
        try (InputStream in =
                RemoteService.isAddress(export) ? RemoteExport.open(export) : InputFile.open(export, host.terminal())) {
            return verifier.verify(in, checkpoints, new LeafProgress(host));
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, "the export cannot be read further: " + failed.getMessage(), "");
        }
    }
}
