package io.centerline.log;

import io.centerline.log.NoteRefused.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys someone trusts. A note passes when at least one of them signed it and none of them signed something else;
 * signatures of other keys do not count. Old keys stay in the set, so what they signed stays verifiable.
 */
public final class Verifiers {
    private final List<VerifierKey> keys;

    /** Of at least one key. */
    public Verifiers(List<VerifierKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("at least one key");
        }
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a note and checks its signatures.
     *
     * @throws NoteRefused when it is not a note, or not signed by a key of the set
     */
    SignedNote open(byte[] bytes) throws NoteRefused {
        SignedNote note = SignedNote.parse(bytes);
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        List<VerifierKey> good = new ArrayList<>();
        for (NoteSignature signature : note.signatures()) {
            Optional<VerifierKey> key = find(signature);
            if (key.isPresent()) {
                if (good.contains(key.get())) {
                    throw new NoteRefused(
                            Kind.MALFORMED,
                            "the note has the signature by `" + signature.signer() + "` twice",
                            "keep the note as the service sent it, with one line for each key");
                }
                if (!key.get().verifies(text, signature.bytes())) {
                    throw new NoteRefused(
                            Kind.BAD_SIGNATURE,
                            "the signature by `" + key.get().text() + "` is not over this text",
                            "the text or the signature was changed; fetch it again from the service");
                }
                good.add(key.get());
            }
        }
        if (good.isEmpty()) {
            throw unknown(note);
        }
        return note;
    }

    private Optional<VerifierKey> find(NoteSignature signature) {
        return keys.stream()
                .filter(key -> key.name().equals(signature.name()) && key.hash() == signature.hash())
                .findFirst();
    }

    private NoteRefused unknown(SignedNote note) {
        String signers = note.signatures().stream()
                .map(signature -> "`" + signature.signer() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        String known = keys.stream()
                .map(key -> "`" + key.name() + "+" + HexFormat.of().toHexDigits(key.hash()) + "`")
                .collect(Collectors.joining(", "));
        boolean sameName = note.signatures().stream()
                .anyMatch(signature -> keys.stream().anyMatch(key -> key.name().equals(signature.name())));
        return new NoteRefused(
                sameName ? Kind.ANOTHER_KEY : Kind.UNKNOWN_KEY,
                "the note is signed by " + signers + ", not by " + known,
                sameName
                        ? "ask the log's operator whether its key was replaced, and get the new key from them"
                        : "give the verifier key of this log");
    }
}
