package io.centerline.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The private half of a key that signs notes, in the text {@code PRIVATE+KEY+name+hash+base64}. Never printed by itself. */
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final VerifierKey verifier;

    private SigningKey(String name, byte[] seed) {
        this.seed = seed;
        this.verifier = new VerifierKey(name, Ed25519.publicOf(seed));
    }

    /** A new key of a name. */
    public static SigningKey generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * Reads {@code PRIVATE+KEY+name+hash+base64}.
     *
     * @throws NoteRefused with what is wrong, without the key
     */
    public static SigningKey parse(String text) throws NoteRefused {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length < 3 || !KeyName.isValid(parts[0])) {
            throw NoteRefused.malformed("the signing key is not written `PRIVATE+KEY+name+hash+base64`");
        }
        byte[] data = Base64Text.decode(parts[2])
                .orElseThrow(() -> NoteRefused.malformed("the signing key does not end in Base64"));
        if (data.length != 1 + Ed25519.KEY_LENGTH || data[0] != VerifierKey.ED25519) {
            throw NoteRefused.malformed("the signing key is not an Ed25519 key");
        }
        SigningKey key = new SigningKey(parts[0], Arrays.copyOfRange(data, 1, data.length));
        if (!HexFormat.of().toHexDigits(key.verifier.hash()).equals(parts[1])) {
            throw NoteRefused.malformed("the signing key does not have the hash it names");
        }
        return key;
    }

    /** The half to give away. */
    public VerifierKey verifier() {
        return verifier;
    }

    NoteSignature sign(String text) {
        byte[] signature = Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8));
        return new NoteSignature(verifier.name(), verifier.hash(), signature);
    }

    /** The secret text {@code PRIVATE+KEY+name+hash+base64}; for the key file alone. */
    String secretText() {
        byte[] data = new byte[1 + seed.length];
        data[0] = VerifierKey.ED25519;
        System.arraycopy(seed, 0, data, 1, seed.length);
        return PREFIX + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.hash()) + "+"
                + Base64.getEncoder().encodeToString(data);
    }
}
