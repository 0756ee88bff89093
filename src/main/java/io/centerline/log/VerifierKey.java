package io.centerline.log;

import io.centerline.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes, in C2SP signed-note's text {@code name+hash+base64}.
 *
 * @param name whose key it is
 * @param raw the 32 bytes of an Ed25519 public key; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record VerifierKey(String name, byte[] raw) {
    static final byte ED25519 = 0x01;

    public VerifierKey {
        if (!KeyName.isValid(name)) {
            throw new IllegalArgumentException("`" + name + "` is not a key name");
        }
        if (raw.length != Ed25519.KEY_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
        }
        raw = raw.clone();
    }

    /**
     * Reads {@code name+hash+base64}.
     *
     * @throws NoteRefused with what is wrong
     */
    public static VerifierKey parse(String text) throws NoteRefused {
        String[] parts = text.split("\\+", 3);
        if (text.startsWith("PRIVATE+KEY+")) {
            throw new NoteRefused(
                    NoteRefused.Kind.MALFORMED,
                    "the key given is a private one",
                    "give the verifier key, `name+hash+base64`, and keep the private key to the service");
        }
        if (parts.length < 3 || !KeyName.isValid(parts[0])) {
            throw malformed(text, "is not written `name+hash+base64`");
        }
        byte[] data = Base64Text.decode(parts[2]).orElseThrow(() -> malformed(text, "does not end in Base64"));
        if (data.length == 0 || data[0] != ED25519) {
            throw malformed(text, "is not an Ed25519 key");
        }
        if (data.length != 1 + Ed25519.KEY_LENGTH) {
            throw malformed(text, "has " + (data.length - 1) + " bytes, expected 32");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(data, 1, data.length));
        if (!HexFormat.of().toHexDigits(key.hash()).equals(parts[1])) {
            throw malformed(
                    text, "has the hash `" + HexFormat.of().toHexDigits(key.hash()) + "`, not the one it names");
        }
        return key;
    }

    private static NoteRefused malformed(String text, String what) {
        String shown = text.length() > 120 ? text.substring(0, 120) + "…" : text;
        return new NoteRefused(
                NoteRefused.Kind.MALFORMED,
                "the verifier key `" + shown.replaceAll("[\\p{Cntrl}`]", "?") + "` " + what,
                "copy it whole, as it was handed to you");
    }

    /** The first four bytes of SHA-256 over name, newline, algorithm and key. */
    public int hash() {
        MessageDigest digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    boolean verifies(byte[] text, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_LENGTH && Ed25519.verifies(raw, text, signature);
    }

    /** The text {@code name+hash+base64}. */
    public String text() {
        byte[] data = new byte[1 + raw.length];
        data[0] = ED25519;
        System.arraycopy(raw, 0, data, 1, raw.length);
        return name + "+" + HexFormat.of().toHexDigits(hash()) + "+"
                + Base64.getEncoder().encodeToString(data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(raw, key.raw);
    }

    @Override
    public int hashCode() {
        return hash();
    }

    @Override
    public String toString() {
        return text();
    }
}
