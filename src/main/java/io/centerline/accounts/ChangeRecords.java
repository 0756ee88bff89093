package io.centerline.accounts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.journal.RecordSource;
import io.centerline.log.Disclosed;
import io.centerline.log.LogRecord;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    private static final ObjectMapper JSON = new ObjectMapper();

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

        /** Whether a leaf says the same; what came with it as packets is the leaf's. */
        boolean isSaidBy(LogRecord leaf) {
            Disclosed content = leaf.content();
            return content != null
                    && leaf.keepsContent()
                    && new Logged(account, version, at, number, author, reason, events, packets(content))
                            .text()
                            .isSaidBy(leaf);
        }

        private static List<String> packets(Disclosed content) {
            try {
                List<String> packets = new ArrayList<>();
                JSON.readTree(content.facts()).path("packets").forEach(packet -> packets.add(packet.asText()));
                return packets;
            } catch (IOException notJson) {
                return List.of();
            }
        }

        /** The same with the event of a later row. */
        Logged with(Logged event) {
            return joined(this, event);
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
        return Optional.ofNullable(found.get(ref))
                .map(change ->
                        isListed(handle, change) ? change.text() : new RecordText(Map.of("account", "altered"), null));
    }

    /** Whether the account's own row says what its changes come to; asked with the last of them. */
    private static boolean isListed(Handle handle, Logged change) {
        return handle.createQuery("select root, version = :version and changed_at = :at as newest, exists"
                        + " (select from account_event where account = number and version > :version) as more"
                        + " from account where id = :id")
                .bind("version", change.version())
                .bind("at", change.at().atOffset(ZoneOffset.UTC))
                .bind("id", change.account())
                .map((row, context) -> isRootOf(row.getString("root"), change.number())
                        && (row.getBoolean("newest") || row.getBoolean("more")))
                .one();
    }

    private static boolean isRootOf(String root, String number) {
        return EventJson.findNumber(number)
                .filter(read -> read.root().equals(root))
                .isPresent();
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

    /** In the order of accounts and their versions. */
    @Override
    public Part withoutLeaf(Handle handle, String after, int rows) {
        int slash = after.lastIndexOf('/');
        return Part.of(
                handle.createQuery(
                                "select looked.account || '/' || looked.version as key,"
                                        + " id || '/' || looked.version as ref, not exists"
                                        + " (select from log_record where kind = 'account' and ref = id || '/' || looked.version)"
                                        + " as lost from (select distinct account, version from account_event"
                                        + " where (account, version) > (:account, :behind::bigint)"
                                        + " order by account, version limit :rows) looked"
                                        + " join account on account.number = looked.account order by looked.account, looked.version")
                        .bind("account", slash < 0 ? "" : after.substring(0, slash))
                        .bind("behind", slash < 0 ? "0" : after.substring(slash + 1))
                        .bind("rows", rows),
                rows);
    }

    /** A change that follows one with a leaf came behind it, whatever time it states. */
    @Override
    public boolean isBefore(Handle handle, String ref, String other) {
        String[] change = ref.split("/", 2);
        String[] oldest = other.split("/", 2);
        String at = "(select max(recorded_at) from account_event join account on account.number = account_event.account"
                + " where account.id = :%1$s::bigint and account_event.version = :%1$sVersion::bigint)";
        return handle.createQuery("select coalesce(" + at.formatted("id") + " <= " + at.formatted("other")
                        + ", false) and not exists (select from log_record where kind = 'account'"
                        + " and ref = :id || '/' || (:idVersion::bigint - 1))")
                .bind("id", change[0])
                .bind("idVersion", change[1])
                .bind("other", oldest[0])
                .bind("otherVersion", oldest[1])
                .mapTo(Boolean.class)
                .one();
    }
}
