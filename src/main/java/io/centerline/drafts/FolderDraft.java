package io.centerline.drafts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a rule folder: a stored rulebook with some files changed.
 *
 * @param id names it in its address
 * @param name in words
 * @param author who began it
 * @param base hash of the stored rulebook that unchanged files are of
 * @param version how often it was saved
 * @param begunAt when it was begun
 * @param changedAt when it was saved last
 * @param closedAt when it was closed; null while it can be changed
 * @param impact the impact report asked for last; null when none was
 * @param stored hash of the rulebook it was stored as last; null when it was not
 */
public record FolderDraft(
        UUID id,
        String name,
        String author,
        String base,
        long version,
        Instant begunAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        @Nullable UUID impact,
        @Nullable String stored) {

    /** Whether it can be changed. */
    public boolean open() {
        return closedAt == null;
    }
}
