package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.AppealFiled;
import io.centerline.accounts.ChangeRecords.Logged;
import io.centerline.decision.Draft;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterNumber;
import io.centerline.journal.LogAltered;
import io.centerline.journal.LogRecords;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.store.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables of accounts. Methods throw what JDBC and Jdbi throw. */
final class AccountStore {
    private final Jdbi jdbi;
    private final LoggedChanges logged = new LoggedChanges();

    /** Over a pool of read-committed connections to a database with the program's tables. */
    AccountStore(DataSource pool) {
        this.jdbi = Statements.over(pool).registerArrayType(String.class, "text");
    }

    /**
     * An account's whole history in its order; empty when nothing is on file. Two point queries.
     *
     * @throws LogAltered when the log holds another one
     */
    List<HistoryEntry> history(ImporterNumber number) {
        return histories(List.of(number)).getOrDefault(number.text(), List.of());
    }

    /**
     * The histories of accounts, each in its order, by number; without those that are not on file.
     *
     * @throws LogAltered when the log holds another one
     */
    Map<String, List<HistoryEntry>> histories(List<ImporterNumber> numbers) {
        return jdbi.withHandle(handle -> histories(handle, numbers));
    }

    /** An event of an account, and whether the log has a leaf for the change behind it. */
    private record Row(Logged logged, HistoryEntry entry, boolean more) {
        static Row of(ResultSet row) throws SQLException {
            HistoryEntry entry = AccountStore.entry(row);
            return new Row(
                    new Logged(
                            row.getLong("id"),
                            entry.version(),
                            entry.recordedAt(),
                            row.getString("account"),
                            entry.author(),
                            entry.reason(),
                            List.of(row.getString("event")),
                            List.of()),
                    entry,
                    row.getBoolean("more"));
        }
    }

    private Map<String, List<HistoryEntry>> histories(Handle handle, List<ImporterNumber> numbers) {
        Map<String, List<Row>> rows = new HashMap<>();
        List<String> texts = numbers.stream().map(ImporterNumber::text).toList();
        handle.createQuery("select account, id, e.version, position, recorded_at, author, reason, event,"
                        + " exists (select from log_record where kind = 'account' and ref = id || '/' || (e.version + 1))"
                        + " as more from account_event e left join account a on a.number = e.account"
                        + " where account = any(?) order by account, e.version, position")
                .bindArray(0, String.class, texts)
                .map((row, context) -> Row.of(row))
                .forEach(row -> rows.computeIfAbsent(row.logged().number(), account -> new ArrayList<>())
                        .add(row));
        Map<String, List<HistoryEntry>> histories = new HashMap<>();
        rows.forEach((account, events) -> {
            Map<Long, Logged> changes = new LinkedHashMap<>();
            events.forEach(row -> changes.merge(row.logged().version(), row.logged(), Logged::with));
            logged.check(
                    handle,
                    List.copyOf(changes.values()),
                    events.get(events.size() - 1).more());
            histories.put(account, events.stream().map(Row::entry).toList());
        });
        return histories;
    }

    /**
     * Accounts in the order they were entered, as known now.
     *
     * @param after only those entered after the one with this place
     * @param most at most so many
     */
    List<ListedAccount> list(long after, int most) {
        return jdbi.withHandle(handle -> {
            Map<Long, ImporterNumber> numbers = new LinkedHashMap<>();
            handle.createQuery("select id, number from account where id > ? order by id limit ?")
                    .bind(0, after)
                    .bind(1, most)
                    .map((row, context) -> Map.entry(row.getLong("id"), EventJson.number(row.getString("number"))))
                    .forEach(head -> numbers.put(head.getKey(), head.getValue()));
            Map<String, List<HistoryEntry>> histories = histories(handle, List.copyOf(numbers.values()));
            List<ListedAccount> listed = new ArrayList<>();
            numbers.forEach((place, number) -> listed.add(new ListedAccount(
                    place, AccountFile.of(number, histories.getOrDefault(number.text(), List.of()), Instant.MAX))));
            return listed;
        });
    }

    /** The number of the account that has a place in the order of lists; empty when none has it. */
    Optional<ImporterNumber> findNumber(long place) {
        return jdbi.withHandle(handle -> handle.createQuery("select number from account where id = ?")
                .bind(0, place)
                .mapTo(String.class)
                .map(EventJson::number)
                .findOne());
    }

    /** The place of an account in the order of lists; empty when it is not on file. */
    Optional<Long> findPlace(ImporterNumber number) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from account where number = ?")
                .bind(0, number.text())
                .mapTo(Long.class)
                .findOne());
    }

    /** The numbers on file that share a root, this one too, in their order. */
    List<ImporterNumber> family(String root) {
        return jdbi.withHandle(handle -> handle.createQuery("select number from account where root = ? order by number")
                .bind(0, root)
                .mapTo(String.class)
                .map(EventJson::number)
                .list());
    }

    /**
     * Records changes, all or none: none when an account is no longer at the version its change was decided on. Concurrent
     * changes of one account queue for its row; the rows are taken in the order of numbers, so nobody waits in a circle.
     *
     * @param changes at most one for each account
     * @param owed decisions they rest on, for the journal to record
     * @return when they were recorded; empty when none was
     */
    Optional<Instant> append(List<Change> changes, List<Draft> owed) {
        List<Change> ordered =
                changes.stream().sorted(Comparator.comparing(Change::number)).toList();
        try {
            return Optional.of(jdbi.inTransaction(handle -> {
                enterNew(handle, ordered);
                Map<String, Head> heads = lock(handle, ordered);
                for (Change change : ordered) {
                    Head head = heads.get(change.number());
                    if (head == null || head.version() != change.before().version()) {
                        throw new Overtaken();
                    }
                }
                Instant now = instant(handle, heads);
                insert(handle, ordered, now);
                OwedDecisions.insert(handle, owed);
                ReassessmentTable.endDrifts(
                        handle,
                        ordered.stream()
                                .filter(Change::moves)
                                .map(Change::number)
                                .toList());
                Map<String, RecordText> leaves = new LinkedHashMap<>();
                for (Change change : ordered) {
                    Head head = Objects.requireNonNull(heads.get(change.number()));
                    Logged logged = Logged.of(head.id(), change, now);
                    leaves.put(logged.ref(), logged.text());
                }
                LogRecords.append(handle, RecordKind.ACCOUNT, leaves);
                return now;
            }));
        } catch (Overtaken rolledBack) {
            return Optional.empty();
        }
    }

    /** Ends a transaction that came too late. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super(null, null, false, false);
        }
    }

    /** An account's row before the change; version 0 for one that this transaction enters. */
    private record Head(long id, long version, Instant changedAt) {}

    private static void enterNew(Handle handle, List<Change> changes) {
        PreparedBatch batch = handle.prepareBatch("insert into account (number, root, version, changed_at)"
                + " values (?, ?, 1, '-infinity') on conflict do nothing");
        for (Change change : changes) {
            if (!change.before().exists()) {
                batch.add(change.number(), change.before().number().root());
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static Map<String, Head> lock(Handle handle, List<Change> changes) {
        Map<String, Head> heads = new HashMap<>();
        List<String> numbers = changes.stream().map(Change::number).toList();
        handle.createQuery("select id, number, version, changed_at = '-infinity' as entered, changed_at from account"
                        + " where number = any(?) order by number for update")
                .bindArray(0, String.class, numbers)
                .map((row, context) -> Map.entry(
                        row.getString("number"),
                        row.getBoolean("entered")
                                ? new Head(row.getLong("id"), 0, Instant.EPOCH)
                                : new Head(row.getLong("id"), row.getLong("version"), instant(row, "changed_at"))))
                .forEach(head -> heads.put(head.getKey(), head.getValue()));
        return heads;
    }

    /** The database's time, and later than all that the accounts were changed at before, whatever its clock did meanwhile. */
    private static Instant instant(Handle handle, Map<String, Head> heads) {
        Instant last = heads.values().stream()
                .map(Head::changedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return handle.createQuery("select greatest(clock_timestamp(), ? + interval '1 microsecond') as now")
                .bind(0, last.atOffset(ZoneOffset.UTC))
                .map((row, context) -> instant(row, "now"))
                .one();
    }

    private static void insert(Handle handle, List<Change> changes, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        PreparedBatch heads = handle.prepareBatch("update account set version = ?, changed_at = ? where number = ?");
        PreparedBatch events = handle.prepareBatch("insert into account_event (account, version, position, recorded_at,"
                + " author, reason, event, packet) values (?, ?, ?, ?, ?, ?, ?::json, ?::json)");
        for (Change change : changes) {
            heads.add(change.version(), at, change.number());
            for (int i = 0; i < change.events().size(); i++) {
                events.add(
                        change.number(),
                        change.version(),
                        i,
                        at,
                        change.author(),
                        change.reason(),
                        EventJson.kept(change.events().get(i)),
                        packet(change.events().get(i)));
            }
        }
        heads.execute();
        events.execute();
    }

    static @Nullable String packet(AccountEvent event) {
        return event instanceof AppealFiled filed && filed.packet() != null ? PacketJson.kept(filed.packet()) : null;
    }

    /** The packet that came with a change of an account. */
    AppealPacket packet(ImporterNumber number, long version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select packet from account_event where account = ? and version = ? and packet is not null")
                .bind(0, number.text())
                .bind(1, version)
                .mapTo(String.class)
                .map(PacketJson::read)
                .one());
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getLong("version"),
                row.getInt("position"),
                instant(row, "recorded_at"),
                row.getString("author"),
                row.getString("reason"),
                EventJson.read(row.getString("event")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
