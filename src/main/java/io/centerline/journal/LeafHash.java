package io.centerline.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.erdtman.jcs.JsonCanonicalizer;

/** Leaf hashes of the transparency log (RFC 6962, section 2.1), over canonical JSON (RFC 8785). */
final class LeafHash {

    private static final byte LEAF = 0x00;

    private LeafHash() {}

    /**
     * Returns the 32 bytes for a decision's JSON.
     *
     * @throws IllegalArgumentException when {@code body} is not a JSON object
     */
    static byte[] of(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LEAF);
            byte[] sorted = MemberOrder.sort(body);
            return digest.digest(
                    sorted != null
                            ? sorted
                            : new JsonCanonicalizer(new String(body, StandardCharsets.UTF_8)).getEncodedUTF8());
        } catch (IOException e) {
            throw new IllegalArgumentException("decision is not JSON: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
