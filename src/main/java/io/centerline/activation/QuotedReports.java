package io.centerline.activation;

import io.centerline.journal.LogRecords;
import io.centerline.journal.RecordSource;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The impact reports that activations quote, as leaves of the log. */
public final class QuotedReports implements RecordSource {
    private static final String REPORT = "select id, candidate, baseline, everything, journal, cases, moved, undecided,"
            + " selection, result from impact_run where id = ?::uuid and result is not null";

    /** Appends a report that is quoted for the first time. */
    static void append(Handle handle, UUID report) {
        String ref = report.toString();
        boolean known = handle.createQuery("select exists (select from log_record where kind = ? and ref = ?)")
                .bind(0, RecordKind.IMPACT.word())
                .bind(1, ref)
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            read(handle, ref).ifPresent(text -> LogRecords.append(handle, RecordKind.IMPACT, ref, text));
        }
    }

    private static Optional<RecordText> read(Handle handle, String report) {
        return handle.createQuery(REPORT)
                .bind(0, report)
                .map((row, context) -> text(row))
                .findOne();
    }

    private static RecordText text(ResultSet row) throws SQLException {
        Map<String, Object> said = new TreeMap<>();
        said.put("report", row.getString("id"));
        said.put("candidate", row.getString("candidate"));
        said.put("baseline", row.getString("baseline"));
        said.put("everything", String.valueOf(row.getBoolean("everything")));
        said.put("journal", row.getLong("journal"));
        said.put("cases", row.getLong("cases"));
        said.put("moved", row.getLong("moved"));
        long undecided = row.getLong("undecided");
        if (!row.wasNull()) {
            said.put("undecided", undecided);
        }
        // A selection can name an importer, and what was found has examples.
        return new RecordText(
                said, Map.of("selection", hash(row.getString("selection")), "result", hash(row.getString("result"))));
    }

    private static String hash(String text) {
        return Sha256.name(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.IMPACT;
    }

    @Override
    public Optional<RecordText> find(Handle handle, String ref) {
        return read(handle, ref);
    }

    /** A report becomes a leaf when an activation quotes it. */
    @Override
    public Part withoutLeaf(Handle handle, String after, int rows) {
        return Part.of(
                handle.createQuery("select number::text as key, report::text as ref, not exists"
                                + " (select from log_record where kind = 'impact' and ref = report::text) as lost"
                                + " from (select number, impact as report from activation join impact_run on id = impact"
                                + " where number > :after::bigint and result is not null order by number limit :rows)"
                                + " looked order by looked.number")
                        .bind("after", after.isEmpty() ? "-1" : after)
                        .bind("rows", rows),
                rows);
    }

    @Override
    public boolean isBefore(Handle handle, String ref, String other) {
        return handle.createQuery("select coalesce((select min(number) from activation where impact = :ref::uuid)"
                        + " < (select min(number) from activation where impact = :other::uuid), false)")
                .bind("ref", ref)
                .bind("other", other)
                .mapTo(Boolean.class)
                .one();
    }
}
