package io.centerline.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes down every time that facts leave the program unmasked. */
public final class Disclosures {
    private final LogStore store;
    private final Clock clock;

    Disclosures(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes that facts of the decisions {@code [from, to)} are given out unmasked; to be called before they are.
     *
     * @param caller who gets them
     *
     * @throws JournalUnavailable when the database does not answer
     */
    public void note(long from, long to, String caller) {
        store.ask(handle -> handle.createUpdate(
                        "insert into disclosure (from_index, to_index, caller, disclosed_at) values (?, ?, ?, ?)")
                .bind(0, from)
                .bind(1, to)
                .bind(2, caller)
                .bind(3, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .execute());
    }
}
