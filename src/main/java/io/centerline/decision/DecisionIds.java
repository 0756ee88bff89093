package io.centerline.decision;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes decision ids: UUID version 7 (RFC 9562), which sort by the millisecond they were made in. */
public final class DecisionIds {
    private final SecureRandom random = new SecureRandom();

    /** A new id made at an instant. Safe for any number of threads. */
    public UUID next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
