package io.centerline.journal;

import io.centerline.tariff.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The editions of the schedule that receipts name, kept for ever. Safe for any number of threads. */
public final class KeptSchedules {
    private final LogStore store;
    private final Map<String, Schedule> read = new ConcurrentHashMap<>();

    KeptSchedules(LogStore store) {
        this.store = store;
    }

    /**
     * Keeps the text of an edition; what is kept already stays as it is.
     *
     * @return whether the text is the one that is kept, so that a receipt names one schedule and not two
     * @throws JournalUnavailable when the database does not answer
     */
    boolean keep(String edition, byte[] text) {
        byte[] kept = store.ask(handle -> {
            handle.createUpdate("insert into schedule (edition, content) values (?, ?) on conflict do nothing")
                    .bind(0, edition)
                    .bind(1, text)
                    .execute();
            return handle.createQuery("select content from schedule where edition = ?")
                    .bind(0, edition)
                    .mapTo(byte[].class)
                    .one();
        });
        return Arrays.equals(kept, text);
    }

    /**
     * The text of an edition; empty when no program decided under it here.
     *
     * @throws JournalUnavailable when the database does not answer
     */
    public Optional<byte[]> text(String edition) {
        return store.ask(handle -> handle.createQuery("select content from schedule where edition = ?")
                .bind(0, edition)
                .mapTo(byte[].class)
                .findOne());
    }

    /**
     * An edition; empty when no program decided under it here.
     *
     * @throws JournalUnavailable when the database does not answer
     * @throws LogAltered when the text is damaged
     */
    public Optional<Schedule> find(String edition) {
        Schedule known = read.get(edition);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Schedule> found = text(edition).map(text -> parsed(edition, text));
        found.ifPresent(schedule -> read.put(edition, schedule));
        return found;
    }

    private static Schedule parsed(String edition, byte[] text) {
        try {
            return Schedule.of(text);
        } catch (IllegalStateException damaged) {
            throw new LogAltered("the text kept of the schedule `" + edition + "` is damaged: " + damaged.getMessage());
        }
    }

    /**
     * All editions, the one kept last first.
     *
     * @throws JournalUnavailable when the database does not answer
     */
    public List<KeptSchedule> list() {
        return store.ask(handle -> handle.createQuery(
                        "select edition, encode(sha256(content), 'hex') as sha256, length(content) as bytes, kept_at"
                                + " from schedule order by kept_at desc, edition")
                .map((row, context) -> new KeptSchedule(
                        row.getString("edition"),
                        row.getString("sha256"),
                        row.getInt("bytes"),
                        row.getTimestamp("kept_at").toInstant()))
                .list());
    }
}
