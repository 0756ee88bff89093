package io.centerline.accounts;

import java.time.Instant;

/**
 * A line of an account's history.
 *
 * @param version the change it belongs to, from 1
 * @param position its place within the change, from 0
 * @param recordedAt since when it is known; the same within a change, later with each change
 * @param author who made the change
 * @param reason why
 * @param event what it says
 */
public record HistoryEntry(
        long version, int position, Instant recordedAt, String author, String reason, AccountEvent event) {}
