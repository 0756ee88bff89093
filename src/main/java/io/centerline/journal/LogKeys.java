package io.centerline.journal;

import io.centerline.log.Checkpoint;
import io.centerline.log.KeyFile;
import io.centerline.log.NoteRefused;
import io.centerline.log.SigningKey;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys that sign checkpoints come from.
 *
 * @param configured keys, one a line; null to use the file
 * @param file of the keys; made at the first start
 * @param lost whether the keys that signed until now are lost, so that others may go on
 */
public record LogKeys(@Nullable String configured, Path file, boolean lost) {
    private static final String SETTING = "centerline.journal.key";

    /**
     * The keys for a log.
     *
     * @throws LogRefused when they cannot be read or are another log's
     */
    List<SigningKey> of(String origin) throws LogRefused {
        List<SigningKey> keys = read(origin);
        for (SigningKey key : keys) {
            String name = key.verifier().name();
            if (!name.equals(origin)) {
                throw new LogRefused(
                        "the signing key in " + place() + " is of the log `" + name + "`, the database holds the log `"
                                + origin + "`",
                        configured != null
                                ? "give the key of this log, or connect to the other log's database"
                                : "put the file of this log's key there; for a new database move the file away, and the"
                                        + " log gets a key of its own");
            }
        }
        return keys;
    }

    private List<SigningKey> read(String origin) throws LogRefused {
        try {
            return configured != null
                    ? KeyFile.parse(configured)
                    : KeyFile.readOrCreate(file, origin, new SecureRandom());
        } catch (NoteRefused refused) {
            throw new LogRefused(
                    place() + ": " + refused.getMessage(),
                    refused.help().isEmpty()
                            ? "write one key a line, `PRIVATE+KEY+name+hash+base64`, as it was made"
                            : refused.help());
        } catch (AccessDeniedException denied) {
            throw new LogRefused(
                    "the signing key in " + place() + " may not be read by the user who runs the program",
                    "give the file to that user (`chown`), with permissions for nobody else (`chmod 600`)");
        } catch (IOException failed) {
            throw new LogRefused(
                    "the signing key in " + place() + " cannot be read or made: " + failed.getMessage(),
                    "give a folder this user can write with CENTERLINE_DATA_DIR, or the key with " + SETTING);
        }
    }

    /**
     * Looks whether one of the keys signed the newest checkpoint, as whoever holds that key's verifier must be able to go
     * on.
     *
     * @throws LogRefused when none did and the keys are not said to be lost
     */
    void requireOneOf(List<SigningKey> keys, Optional<SignedCheckpoint> newest) throws LogRefused {
        if (lost || newest.isEmpty() || keys.stream().anyMatch(key -> signed(key, newest.get()))) {
            return;
        }
        throw new LogRefused(
                "none of the signing keys in " + place() + " signed the log's newest checkpoint, that over "
                        + newest.get().size() + " leaves",
                "put the key back that did (another replica may have it); to replace a key, add the new one's line and keep"
                        + " the old one until everyone has the new verifier; if it is lost, start once with " + SETTING
                        + ".lost=true");
    }

    static boolean signed(SigningKey key, SignedCheckpoint checkpoint) {
        VerifierKey verifier = key.verifier();
        try {
            Checkpoint.open(checkpoint.note().getBytes(StandardCharsets.UTF_8), new Verifiers(List.of(verifier)));
            return true;
        } catch (NoteRefused notByIt) {
            return false;
        }
    }

    private String place() {
        return configured != null ? "`" + SETTING + "`" : "`" + file + "`";
    }
}
