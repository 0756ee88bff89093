package io.centerline.journal;

import io.centerline.store.StoreUnavailable;
import io.centerline.tariff.Schedule;
import io.centerline.text.Sha256;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** The editions of the schedule that receipts name, kept for ever. Safe for any number of threads. */
public final class KeptSchedules {
    private final LogStore store;
    private final Map<String, Schedule> known = new ConcurrentHashMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    public KeptSchedules(LogStore store) {
        this.store = store;
    }

    /**
     * Keeps the text of the edition that serves, and the edition for whoever asks for it; what is kept already stays as it
     * is. The text goes to the database only when the edition is not there yet.
     *
     * @param serving the edition
     * @param text the text it was read from
     * @return whether the text is the one that is kept, so that a receipt names one schedule and not two
     * @throws StoreUnavailable when the database does not answer
     */
    public boolean keep(Schedule serving, byte[] text) {
        boolean same = store.ask(handle -> {
            Optional<String> kept = hash(handle, serving.edition());
            if (kept.isEmpty()) {
                // Another program may do the same now; the first stays.
                handle.createUpdate("insert into schedule (edition, content) values (?, ?) on conflict do nothing")
                        .bind(0, serving.edition())
                        .bind(1, text)
                        .execute();
                kept = hash(handle, serving.edition());
            }
            return kept.orElseThrow().equals(HexFormat.of().formatHex(Sha256.of(text)));
        });
        if (same) {
            known.put(serving.edition(), serving);
            hashes.put(serving.edition(), HexFormat.of().formatHex(Sha256.of(text)));
        }
        return same;
    }

    private static Optional<String> hash(Handle handle, String edition) {
        return handle.createQuery("select encode(sha256(content), 'hex') from schedule where edition = ?")
                .bind(0, edition)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * The text of an edition; empty when no program decided under it here.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the program has another text of the edition
     */
    public Optional<byte[]> text(String edition) {
        Optional<byte[]> text = store.ask(handle -> handle.createQuery("select content from schedule where edition = ?")
                .bind(0, edition)
                .mapTo(byte[].class)
                .findOne());
        text.ifPresent(kept -> check(edition, HexFormat.of().formatHex(Sha256.of(kept))));
        return text;
    }

    /** Nothing in the log tells the text of an edition; the program knows its own. */
    private void check(String edition, String sha256) {
        if (!hashes.getOrDefault(edition, sha256).equals(sha256)) {
            throw new LogAltered(
                    "the text kept of the schedule `" + edition + "` is not the one that this program has");
        }
    }

    /**
     * An edition; empty when no program decided under it here.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the text is damaged
     */
    public Optional<Schedule> find(String edition) {
        Schedule parsed = known.get(edition);
        if (parsed != null) {
            return Optional.of(parsed);
        }
        Optional<Schedule> found = text(edition).map(text -> parsed(edition, text));
        found.ifPresent(schedule -> known.put(edition, schedule));
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
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the program has another text of one of them
     */
    public List<KeptSchedule> list() {
        List<KeptSchedule> kept = store.ask(handle -> handle.createQuery(
                        "select edition, encode(sha256(content), 'hex') as sha256, length(content) as bytes, kept_at"
                                + " from schedule order by kept_at desc, edition")
                .map((row, context) -> new KeptSchedule(
                        row.getString("edition"),
                        row.getString("sha256"),
                        row.getInt("bytes"),
                        row.getTimestamp("kept_at").toInstant()))
                .list());
        kept.forEach(one -> check(one.edition(), one.sha256()));
        return kept;
    }
}
