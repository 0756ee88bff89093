package io.centerline.cli;

import io.centerline.decision.CanonicalReceipt;
import io.centerline.log.LogVerifier;
import io.centerline.log.NoteRefused;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a command believes that verifies: keys, and checkpoints somebody kept. */
final class TrustOptions {
    /** More than a signed note may have, in bytes; what lies behind is not read. */
    private static final int LONGEST_NOTE = 2 << 20;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            required = true,
            description = "The log's verifier key, name+hash+base64; once for each key that is trusted.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "An earlier checkpoint that the same leaves must lead to; may be repeated.")
    private List<String> earlier = new ArrayList<>();

    /**
     * Believes the keys.
     *
     * @throws CommandRefused when one is none
     */
    LogVerifier verifier() {
        List<VerifierKey> known = new ArrayList<>();
        for (String key : keys) {
            try {
                known.add(VerifierKey.parse(key.strip()));
            } catch (NoteRefused refused) {
                throw new CommandRefused(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused.help());
            }
        }
        return new LogVerifier(new Verifiers(known), CanonicalReceipt::commits);
    }

    /**
     * The earlier checkpoints, unread.
     *
     * @throws CommandRefused when a file cannot be read
     */
    List<byte[]> earlier(Terminal terminal) {
        return earlier.stream().map(file -> note(file, terminal)).toList();
    }

    /**
     * A checkpoint of a file, unread.
     *
     * @throws CommandRefused when the file cannot be read
     */
    static byte[] note(String file, Terminal terminal) {
        try (InputStream in = InputFile.open(file, terminal)) {
            byte[] note = in.readNBytes(LONGEST_NOTE);
            if (!new String(note, StandardCharsets.UTF_8).contains("\n\n")) {
                throw new CommandRefused(
                        ExitCode.INPUT_REFUSED,
                        "`" + file + "` is no checkpoint",
                        "give one as `GET /v1/journal/checkpoint` answers it with `Accept: text/plain`");
            }
            return note;
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED, "the file `" + file + "` cannot be read: " + failed.getMessage(), "");
        }
    }
}
