package io.centerline.accounts;

import io.centerline.journal.RecordSource;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The changes of accounts as leaves of the log: in clear only which account changed and when, for it may be a person's. */
public final class ChangeRecords implements RecordSource {
    private static final String COLUMNS =
            "account.id, number, account_event.version, recorded_at, author, reason, event::text, packet::text";

    /**
     * A change as the log has it.
     *
     * @param account id of the account's row, which says nothing about whose it is
     * @param version what the change made
     * @param at when it was recorded
     * @param number the importer number
     * @param author who made it
     * @param reason why
     * @param events what it says, each as it is kept
     * @param packets the packet of each event; blank without one
     */
    record Logged(
            long account,
            long version,
            Instant at,
            String number,
            String author,
            String reason,
            List<String> events,
            List<String> packets) {

        static Logged of(long account, Change change, Instant at) {
            List<String> events = new ArrayList<>();
            List<String> packets = new ArrayList<>();
            for (AccountEvent event : change.events()) {
                events.add(EventJson.kept(event));
                packets.add(hash(AccountStore.packet(event)));
            }
            return new Logged(
                    account,
                    change.before().version() + 1,
                    at,
                    change.number(),
                    change.author(),
                    change.reason(),
                    events,
                    packets);
        }

        private static String hash(@Nullable String packet) {
            return packet == null ? "" : Sha256.name(Sha256.of(packet.getBytes(StandardCharsets.UTF_8)));
        }

        String ref() {
            return account + "/" + version;
        }

        RecordText text() {
            return new RecordText(
                    Map.of(
                            "account", account,
                            "version", version,
                            "at", at.truncatedTo(ChronoUnit.MICROS).toString()),
                    Map.of(
                            "number", number,
                            "author", author,
                            "reason", reason,
                            "events", events,
                            "packets", packets));
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ACCOUNT;
    }

    @Override
    public Optional<RecordText> find(Handle handle, String ref) {
        Map<String, Logged> found = new LinkedHashMap<>();
        String[] parts = ref.split("/", 2);
        handle.createQuery("select " + COLUMNS
                        + " from account_event join account on account.number = account_event.account"
                        + " where account.id = ?::bigint and account_event.version = ?::bigint order by position")
                .bind(0, parts[0])
                .bind(1, parts[1])
                .map((row, context) -> logged(row))
                .forEach(event -> found.merge(ref, event, ChangeRecords::joined));
        return Optional.ofNullable(found.get(ref)).map(Logged::text);
    }

    private static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("id"),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("number"),
                row.getString("author"),
                row.getString("reason"),
                List.of(row.getString("event")),
                List.of(Logged.hash(row.getString("packet"))));
    }

    private static Logged joined(Logged change, Logged event) {
        List<String> events = new ArrayList<>(change.events());
        List<String> packets = new ArrayList<>(change.packets());
        events.addAll(event.events());
        packets.addAll(event.packets());
        return new Logged(
                change.account(),
                change.version(),
                change.at(),
                change.number(),
                change.author(),
                change.reason(),
                events,
                packets);
    }

    /**
     * In the order of accounts and their versions. A change has to have a leaf when the one before it has, or when it was recorded
     * later than the oldest one that has.
     */
    @Override
    public Part withoutLeaf(Handle handle, String first, String after, int rows) {
        String[] oldest = first.split("/", 2);
        int slash = after.lastIndexOf('/');
        return Part.of(
                handle.createQuery(
                                "select looked.account || '/' || looked.version as key,"
                                        + " id || '/' || looked.version as ref, not exists"
                                        + " (select from log_record where kind = 'account' and ref = id || '/' || looked.version)"
                                        + " and (at > (select max(recorded_at) from account_event f"
                                        + " join account a on a.number = f.account"
                                        + " where a.id = :id::bigint and f.version = :version::bigint) or exists"
                                        + " (select from log_record where kind = 'account' and ref = id || '/' || (looked.version - 1)))"
                                        + " as lost from (select account, version, max(recorded_at) as at from account_event"
                                        + " where (account, version) > (:account, :behind::bigint) group by account, version"
                                        + " order by account, version limit :rows) looked"
                                        + " join account on account.number = looked.account order by looked.account, looked.version")
                        .bind("id", oldest[0])
                        .bind("version", oldest[1])
                        .bind("account", slash < 0 ? "" : after.substring(0, slash))
                        .bind("behind", slash < 0 ? "0" : after.substring(slash + 1))
                        .bind("rows", rows),
                rows);
    }
}
