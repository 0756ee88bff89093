package io.centerline.journal;

import java.time.Duration;

/**
 * How much the journal takes on.
 *
 * @param queue decisions that may wait; more are turned away
 * @param batch decisions committed together at most
 * @param deadline until a decision must be durable, counted from its arrival
 * @param gather how long the first of a batch waits, at most, for decisions that are being made
 */
public record JournalSettings(int queue, int batch, Duration deadline, Duration gather) {

    /** Half of what a commit takes on a quick disk. */
    public static final Duration GATHER = Duration.ofNanos(500_000);

    /** 4,096 waiting, 256 together, 5 seconds, half a millisecond. */
    public static final JournalSettings DEFAULT = new JournalSettings(4_096, 256, Duration.ofSeconds(5), GATHER);

    public JournalSettings {
        if (queue < 1 || batch < 1 || deadline.toMillis() < 1 || gather.isNegative()) {
            throw new IllegalArgumentException("journal settings must be positive");
        }
    }
}
