package io.centerline.journal;

import io.centerline.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The caller's promise that two requests are one.
 *
 * @param key chosen by the caller
 * @param bodyHash hash of all that the request says; the same key with another hash is a conflict
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record IdempotencyKey(String key, byte[] bodyHash) {

    /**
     * The key of a request.
     *
     * @param body its body
     * @param parameters what else it says, for that too tells requests apart
     */
    public static IdempotencyKey of(String key, byte[] body, String... parameters) {
        MessageDigest digest = Sha256.digest();
        digest.update(String.join("\n", parameters).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return new IdempotencyKey(key, digest.digest(body));
    }

    /** The key of one line of a request that has this key. */
    public IdempotencyKey ofLine(long number) {
        return new IdempotencyKey(key + "/" + number, bodyHash);
    }
}
