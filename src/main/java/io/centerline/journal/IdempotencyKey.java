package io.centerline.journal;

/**
 * The caller's promise that two requests are one.
 *
 * @param key chosen by the caller
 * @param bodyHash hash of the request's body; the same key with another hash is a conflict
 */
public record IdempotencyKey(String key, byte[] bodyHash) {}
