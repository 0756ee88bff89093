package io.centerline.decision;

import io.centerline.log.TreeHasher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/** Leaf hashes of the transparency log (RFC 6962, section 2.1), over canonical JSON (RFC 8785). */
public final class LeafHash {

    private LeafHash() {}

    /**
     * Returns the 32 bytes for a decision's JSON.
     *
     * @throws IllegalArgumentException when {@code body} is not a JSON object
     */
    public static byte[] of(byte[] body) {
        return new TreeHasher().leaf(entry(body)).toBytes();
    }

    /**
     * Returns what is hashed: the canonical JSON.
     *
     * @throws IllegalArgumentException when {@code body} is not a JSON object
     */
    public static byte[] entry(byte[] body) {
        byte[] sorted = MemberOrder.sort(body);
        return sorted != null ? sorted : canonical(body);
    }

    private static byte[] canonical(byte[] body) {
        try {
            return new JsonCanonicalizer(new String(body, StandardCharsets.UTF_8)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("decision is not JSON: " + e.getMessage(), e);
        }
    }
}
