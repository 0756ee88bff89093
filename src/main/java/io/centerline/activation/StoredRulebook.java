package io.centerline.activation;

import java.time.Instant;

/**
 * What the list of stored rulebooks tells of one.
 *
 * @param hash the hash of its rules
 * @param author who stored it first
 * @param storedAt when, by the database's clock
 */
public record StoredRulebook(String hash, String author, Instant storedAt) {}
