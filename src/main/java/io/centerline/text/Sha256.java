package io.centerline.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), the one hash of facts, rulebooks, schedules, keys and the log. */
public final class Sha256 {
    private Sha256() {}

    /** A new digest, for one thread. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The 32 bytes for these. */
    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** A hash as receipts name it: {@code sha256:} and lower-case hexadecimal. */
    public static String name(byte[] hash) {
        return "sha256:" + HexFormat.of().formatHex(hash);
    }
}
