package io.centerline.journal;

import java.time.Duration;

/**
 * How much the journal takes on.
 *
 * @param queue decisions that may wait; more are turned away
 * @param batch decisions committed together at most
 * @param deadline until a decision must be durable, counted from its arrival
 */
public record JournalSettings(int queue, int batch, Duration deadline) {

    /** 4,096 waiting, 256 together, 5 seconds. */
    public static final JournalSettings DEFAULT = new JournalSettings(4_096, 256, Duration.ofSeconds(5));

    public JournalSettings {
        if (queue < 1 || batch < 1 || deadline.toMillis() < 1) {
            throw new IllegalArgumentException("journal settings must be positive");
        }
    }
}
