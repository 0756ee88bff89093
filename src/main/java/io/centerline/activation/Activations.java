package io.centerline.activation;

import io.centerline.journal.LogAltered;
import io.centerline.journal.LogRecords;
import io.centerline.journal.NumberedRecords;
import io.centerline.journal.RecordSource;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.proposals.ApprovalNeeded;
import io.centerline.proposals.ProposalStore;
import io.centerline.proposals.UnknownProposal;
import io.centerline.store.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The history of activations; the last one says what is active. Methods throw what JDBC and Jdbi throw. */
public final class Activations {

    /** Whoever activates queues here, so that numbers have no gaps ("Active" in ASCII). */
    private static final long LOCK = 0x416374697665L;

    private static final String LEAF =
            " (select from log_record where kind = 'activation' and ref = activation.number::text)";

    private final Jdbi jdbi;

    /** Over a pool of read-committed connections to a database with the program's tables. */
    public Activations(DataSource pool) {
        this.jdbi = Statements.over(pool);
    }

    /**
     * Activates a stored rulebook, also one that was active before. One that is active now makes no entry: its activation
     * is given.
     *
     * @throws UnknownRulebook when it is not stored
     * @throws ActiveChanged when another rulebook is active than the one expected
     * @throws UnknownProposal when the proposal quoted does not exist
     * @throws ApprovalNeeded when it is not approved, is about another rulebook, or was overtaken
     */
    public Activation activate(ActivationRequest asked) {
        String expected = asked.expectedActive();
        return jdbi.inTransaction(handle -> {
            lock(handle);
            Activation last = last(handle);
            String active = last == null ? null : last.rulebook();
            if (expected != null && !expected.equals(active)) {
                throw new ActiveChanged(expected, active);
            }
            if (last != null && asked.rulebook().equals(active)) {
                return last;
            }
            if (asked.proposal() != null) {
                ProposalStore.locked(handle, asked.proposal()).holdApproved(asked.rulebook(), String.valueOf(active));
            }
            return insert(handle, last, asked);
        });
    }

    /** Activates a stored rulebook unless some rulebook is active already; returns what is active then. */
    public Activation activateFirst(String hash, String author, String reason) {
        return jdbi.inTransaction(handle -> {
            lock(handle);
            Activation last = last(handle);
            return last != null
                    ? last
                    : insert(handle, null, new ActivationRequest(hash, author, reason, null, null, null));
        });
    }

    /**
     * The activation in force, if there ever was one.
     *
     * @throws LogAltered when its row is not what the log holds of it
     */
    public Optional<Activation> active() {
        return jdbi.withHandle(handle -> Optional.ofNullable(last(handle)));
    }

    /** Whether a rulebook is active or ever was, as far as the log holds it. */
    public boolean everActive(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from activation where rulebook = ? and exists" + LEAF + ")")
                .bind(0, hash)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Activations, the last one first.
     *
     * @param limit at most so many
     * @param before only those with a smaller number; {@link Long#MAX_VALUE} for all
     */
    public List<Activation> history(int limit, long before) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from activation where number < ? order by number desc limit ?")
                        .bind(0, before)
                        .bind(1, limit)
                        .map((row, context) -> activation(row))
                        .list());
    }

    /**
     * The activations that let one rulebook follow another with a correction of history, the last one first.
     *
     * @param limit at most so many
     */
    public List<Activation> corrections(String previous, String rulebook, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from activation where previous = ? and rulebook = ?"
                                + " and correction is not null order by number desc limit ?")
                        .bind(0, previous)
                        .bind(1, rulebook)
                        .bind(2, limit)
                        .map((row, context) -> activation(row))
                        .list());
    }

    private static Activation insert(Handle handle, @Nullable Activation last, ActivationRequest asked) {
        QuotedImpact impact = asked.impact();
        Activation activation = handle.createQuery("insert into activation"
                        + " (number, rulebook, author, reason, impact, undecided, undecided_reason, correction, previous,"
                        + " proposal)"
                        + " select (select coalesce(max(number), 0) + 1 from activation), hash, ?, ?, ?::uuid, ?, ?, ?, ?, ?"
                        + " from rulebook where hash = ? returning *")
                .bind(0, asked.author())
                .bind(1, asked.reason())
                .bind(2, impact == null ? null : impact.report().toString())
                .bindByType(3, impact == null ? null : impact.undecided(), Long.class)
                .bind(4, impact == null ? null : impact.undecidedReason())
                .bind(5, asked.correction())
                .bind(6, last == null ? null : last.rulebook())
                .bindByType(7, asked.proposal(), Long.class)
                .bind(8, asked.rulebook())
                .map((row, context) -> activation(row))
                .findOne()
                .orElseThrow(() -> new UnknownRulebook(asked.rulebook()));
        if (impact != null) {
            QuotedReports.append(handle, impact.report());
        }
        LogRecords.append(handle, RecordKind.ACTIVATION, Long.toString(activation.number()), text(activation));
        return activation;
    }

    /** What the log says of an activation; names and reasons are for whoever may see them. */
    private static RecordText text(Activation activation) {
        Map<String, Object> said = new TreeMap<>();
        said.put("number", activation.number());
        said.put("rulebook", activation.rulebook());
        said.put("at", activation.at().toString());
        put(said, "previous", activation.previous());
        put(said, "proposal", activation.proposal());
        Map<String, Object> content = new TreeMap<>();
        content.put("author", activation.author());
        content.put("reason", activation.reason());
        put(content, "correction", activation.correction());
        QuotedImpact impact = activation.impact();
        if (impact != null) {
            said.put("impact", impact.report().toString());
            put(said, "undecided", impact.undecided());
            put(content, "undecidedReason", impact.undecidedReason());
        }
        return new RecordText(said, content);
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /** The table of activations, to be compared with its leaves. */
    public static RecordSource source() {
        return new NumberedRecords(
                RecordKind.ACTIVATION, "activation", "number", (row, context) -> text(activation(row)));
    }

    private static void lock(Handle handle) {
        handle.createQuery("select pg_advisory_xact_lock(?)")
                .bind(0, LOCK)
                .mapTo(String.class)
                .one();
    }

    private static @Nullable Activation last(Handle handle) {
        Activation last = newest(handle).orElse(null);
        if (last != null && !LogRecords.says(handle, RecordKind.ACTIVATION, Long.toString(last.number()), text(last))) {
            throw new LogAltered("activation " + last.number() + " is not what the log holds of it");
        }
        return last;
    }

    /** The newest that has a leaf: a row that somebody else wrote has none, and is passed over. */
    private static Optional<Activation> newest(Handle handle) {
        return handle.createQuery("select * from activation where exists" + LEAF + " order by number desc limit 1")
                .map((row, context) -> activation(row))
                .findOne();
    }

    /** The number of the newest activation that has a leaf, whatever its row says; empty when there is none. */
    Optional<Long> newest() {
        return jdbi.withHandle(handle -> newest(handle).map(Activation::number));
    }

    /** The newest row that nobody follows, because the log has no leaf for it. */
    Optional<Long> unlogged() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select number from activation where not exists" + LEAF + " order by number desc limit 1")
                .mapTo(Long.class)
                .findOne());
    }

    private static Activation activation(ResultSet row) throws SQLException {
        return new Activation(
                row.getLong("number"),
                row.getString("rulebook"),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                quoted(row),
                row.getString("correction"),
                row.getString("previous"),
                row.getObject("proposal", Long.class));
    }

    private static @Nullable QuotedImpact quoted(ResultSet row) throws SQLException {
        @Nullable UUID report = row.getObject("impact", UUID.class);
        return report == null
                ? null
                : new QuotedImpact(report, row.getObject("undecided", Long.class), row.getString("undecided_reason"));
    }
}
