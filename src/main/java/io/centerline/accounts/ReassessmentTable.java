package io.centerline.accounts;

import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table of reassessments, within transactions of others. Methods throw what JDBC and Jdbi throw. */
final class ReassessmentTable {
    private static final String COLUMNS =
            "account.id, account.number, account.version as current, reassessment.version,"
                    + " as_of, center, decision, found, reason, margin, since, proposal";

    private ReassessmentTable() {}

    /**
     * What stands for an account.
     *
     * @param id of its row
     * @param current its version
     * @param last its last reassessment; null when there is none
     */
    record Standing(long id, long current, @Nullable Reassessment last) {

        /** What was decided on another version gives way to any day: it says nothing about the account as it is. */
        boolean givesWayTo(Reassessment fresh) {
            return fresh.version() == current
                    && (last == null
                            || last.version() != current
                            || !fresh.asOf().isBefore(last.asOf()));
        }

        Standing with(Reassessment fresh) {
            return new Standing(id, current, fresh);
        }
    }

    /** Locks accounts in the order of their numbers, as changes of accounts do, and gives what stands, by number. */
    static Map<String, Standing> lock(Handle handle, List<ImporterNumber> numbers) {
        handle.createQuery("select id from account where number = any(?) order by number for update")
                .bindArray(0, String.class, texts(numbers))
                .mapTo(Long.class)
                .list();
        // Read behind the locks: a statement that waits for one still sees the other tables as they were before it
        // waited.
        Map<String, Standing> standing = new HashMap<>();
        handle.createQuery("select " + COLUMNS
                        + " from account left join reassessment on account_id = id where number = any(?)")
                .bindArray(0, String.class, texts(numbers))
                .map((row, context) -> Map.entry(
                        row.getString("number"),
                        new Standing(
                                row.getLong("id"),
                                row.getLong("current"),
                                row.getString("center") == null ? null : reassessment(row))))
                .forEach(each -> standing.put(each.getKey(), each.getValue()));
        return standing;
    }

    /** The last reassessments of accounts, by number. */
    static Map<ImporterNumber, Reassessment> last(Handle handle, List<ImporterNumber> numbers) {
        Map<ImporterNumber, Reassessment> last = new HashMap<>();
        handle.createQuery("select " + COLUMNS
                        + " from account join reassessment on account_id = id where number = any(?)")
                .bindArray(0, String.class, texts(numbers))
                .map((row, context) -> reassessment(row))
                .forEach(reassessment -> last.put(reassessment.number(), reassessment));
        return last;
    }

    /** Puts reassessments in the place of the last ones, by id of the account's row. */
    static void write(Handle handle, Map<Long, Reassessment> reassessments) {
        if (reassessments.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into reassessment (account_id, version, as_of, center,"
                + " decision, found, reason, margin, since, proposal) values (?, ?, ?, ?, ?, ?, ?, ?::integer, ?::date, ?::uuid)"
                + " on conflict (account_id) do update set version = excluded.version, as_of = excluded.as_of,"
                + " center = excluded.center, decision = excluded.decision, found = excluded.found,"
                + " reason = excluded.reason, margin = excluded.margin, since = excluded.since,"
                + " proposal = excluded.proposal");
        reassessments.forEach((id, reassessment) -> {
            Drift drift = reassessment.drift();
            batch.bind(0, id)
                    .bind(1, reassessment.version())
                    .bind(2, reassessment.asOf())
                    .bind(3, reassessment.center())
                    .bind(4, reassessment.decision())
                    .bind(5, drift == null ? null : drift.found().code())
                    .bind(6, drift == null ? null : drift.reason().name())
                    .bind(7, drift == null ? null : (Integer) drift.margin())
                    .bindByType(8, drift == null ? null : drift.since(), LocalDate.class)
                    .bindByType(9, drift == null ? null : drift.proposal(), UUID.class)
                    .add();
        });
        batch.execute();
    }

    /**
     * Ends the drifts that were found before accounts are moved.
     *
     * @param numbers the accounts
     */
    static void endDrifts(Handle handle, List<String> numbers) {
        if (!numbers.isEmpty()) {
            handle.createUpdate("update reassessment set found = null, reason = null, margin = null, since = null,"
                            + " proposal = null from account where account_id = id and number = any(?)"
                            + " and since is not null")
                    .bindArray(0, String.class, numbers)
                    .execute();
        }
    }

    /** A page of the work list; both ends of its order descend, so that an index is read backwards from where it begins. */
    static List<DriftedAccount> drifts(Handle handle, DriftFilter filter, int margin, long place, int most) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        List<String> conditions =
                new ArrayList<>(List.of("since is not null", "(margin, account_id) < (:margin, :place)"));
        wanted.put("margin", margin);
        wanted.put("place", place);
        if (filter.center() != null) {
            conditions.add("center = :center");
            wanted.put("center", filter.center());
        }
        if (filter.found() != null) {
            conditions.add("found = :found");
            wanted.put("found", filter.found().code());
        }
        if (filter.reason() != null) {
            conditions.add("reason = :reason");
            wanted.put("reason", filter.reason().name());
        }
        if (filter.minMargin() != null) {
            conditions.add("margin >= :least");
            wanted.put("least", filter.minMargin());
        }
        if (filter.since() != null) {
            conditions.add("since >= :since");
            wanted.put("since", filter.since());
        }
        return handle.createQuery("select " + COLUMNS + " from reassessment join account on account_id = id where "
                        + String.join(" and ", conditions) + " order by margin desc, account_id desc limit :most")
                .bindMap(wanted)
                .bind("most", most)
                .map((row, context) -> DriftedAccount.of(
                        row.getLong("id"), reassessment(row), row.getLong("version") != row.getLong("current")))
                .list();
    }

    private static Reassessment reassessment(ResultSet row) throws SQLException {
        return new Reassessment(
                EventJson.number(row.getString("number")),
                row.getLong("version"),
                row.getObject("as_of", LocalDate.class),
                row.getString("center"),
                row.getObject("decision", UUID.class),
                row.getString("found") == null ? null : drift(row));
    }

    private static Drift drift(ResultSet row) throws SQLException {
        return new Drift(
                Center.findByCode(row.getString("found")).orElseThrow(),
                DriftReason.valueOf(row.getString("reason")),
                row.getInt("margin"),
                row.getObject("since", LocalDate.class),
                row.getObject("proposal", UUID.class));
    }

    private static List<String> texts(List<ImporterNumber> numbers) {
        return numbers.stream().map(ImporterNumber::text).toList();
    }
}
