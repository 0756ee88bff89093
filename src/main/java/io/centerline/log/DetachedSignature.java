package io.centerline.log;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A signature of a note, taken apart so that programs that know nothing of notes can verify it, such as {@code openssl}.
 *
 * @param text what is signed
 * @param signature 64 bytes of Ed25519; not to be changed
 * @param publicKey the public key as PEM (RFC 8410)
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record DetachedSignature(String text, byte[] signature, String publicKey) {

    /**
     * The first signature by one of the keys; empty when there is none.
     *
     * @param note a signed note; its signatures are not checked
     * @throws NoteRefused when it is not a signed note
     */
    public static Optional<DetachedSignature> find(byte[] note, List<VerifierKey> keys) throws NoteRefused {
        SignedNote parsed = SignedNote.parse(note);
        for (VerifierKey key : keys) {
            for (NoteSignature signature : parsed.signatures()) {
                if (signature.name().equals(key.name()) && signature.hash() == key.hash()) {
                    return Optional.of(new DetachedSignature(parsed.text(), signature.bytes(), pem(key)));
                }
            }
        }
        return Optional.empty();
    }

    private static String pem(VerifierKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(Ed25519.encoded(key.raw()))
                + "\n-----END PUBLIC KEY-----\n";
    }
}
