package io.centerline.batch.run;

import io.centerline.batch.GroupDecision;
import io.centerline.batch.GroupPlacement;
import io.centerline.batch.GroupRow;
import io.centerline.batch.PlacedGroup;
import io.centerline.batch.RowCounts;
import io.centerline.batch.RowPlaces;
import io.centerline.batch.RunDecision;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.sheet.EntryRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Decides the groups of a part of the table {@code cases}. Safe for any number of threads, each with its own connection. */
final class Deciding {
    private final GroupPlacement placement;
    private final @Nullable GroupPlacement before;
    private final RowPlaces places;
    private final RunDecision.Stamp stamp;
    private final int columns;
    private final @Nullable String recordedFor;

    /**
     * A decider.
     *
     * @param before decides the same rows under another rulebook; null where nothing is compared
     * @param columns how many cells a row has
     * @param recordedFor the hash of the manifest of a run that records; null where nothing is recorded
     */
    Deciding(
            GroupPlacement placement,
            @Nullable GroupPlacement before,
            RowPlaces places,
            RunDecision.Stamp stamp,
            int columns,
            @Nullable String recordedFor) {
        this.recordedFor = recordedFor;
        this.placement = placement;
        this.before = before;
        this.places = places;
        this.stamp = stamp;
        this.columns = columns;
    }

    /**
     * A decision with what was decided before.
     *
     * @param before the code of the Center that the other rulebook says; null where nothing is compared
     * @param request what has it recorded; null where nothing is recorded
     */
    record Made(
            RunDecision decision,
            @Nullable String before,
            @Nullable String request) {}

    /** A row that was rejected. */
    record Rejected(GroupRow row, String reason, String remedy) {}

    /**
     * What became of a part.
     *
     * @param apart the keys of groups that must come again row by row
     */
    record Part(List<Made> decisions, List<Rejected> rejects, RowCounts rows, List<String> apart) {}

    /**
     * Decides the groups of a part, in the order of their keys.
     *
     * @param from the first key
     * @param to the key behind the last; null for the last part
     */
    Part decide(DuckDBConnection open, String table, String from, @Nullable String to) throws SQLException {
        List<Made> made = new ArrayList<>();
        List<Rejected> rejects = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        RowCounts counts = RowCounts.NONE;
        String range = to == null ? "key >= ?" : "key >= ? AND key < ?";
        String sql = "SELECT key, string_agg(concat(position, ' ', stands, ' ', packed), '' ORDER BY position) FROM "
                + table + " WHERE " + range + " GROUP BY key ORDER BY key";
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            statement.setString(1, from);
            if (to != null) {
                statement.setString(2, to);
            }
            try (ResultSet groups = statement.executeQuery()) {
                while (groups.next()) {
                    List<GroupRow> rows = PackedRows.read(groups.getString(2), columns);
                    RejectList listed = new RejectList(rows);
                    PlacedGroup group = placement.place(rows, places, listed);
                    // Rows that vote under one rulebook may not vote under the other, and then stand for themselves
                    // too.
                    PlacedGroup other = before == null ? group : before.place(rows, places, RejectedRows.NOBODY);
                    if (group instanceof PlacedGroup.Decided decided && other instanceof PlacedGroup.Decided earlier) {
                        made.addAll(made(decided, earlier));
                        rejects.addAll(listed.rejects);
                        counts = counts.plus(decided.rows());
                    } else {
                        apart.add(groups.getString(1));
                    }
                }
            }
        }
        return new Part(made, rejects, counts, apart);
    }

    private List<Made> made(PlacedGroup.Decided decided, PlacedGroup.Decided earlier) {
        Map<String, String> codes = new HashMap<>();
        if (before != null) {
            earlier.importers()
                    .forEach(each ->
                            codes.put(number(each), each.decision().outcome().code()));
        }
        return decided.importers().stream()
                .map(each -> new Made(
                        RunDecision.of(each, stamp),
                        codes.get(number(each)),
                        recordedFor == null
                                ? null
                                : RecordRequest.of(each.decision().facts(), recordedFor)))
                .toList();
    }

    private static String number(GroupDecision each) {
        return each.decision().facts().importer().number().text();
    }

    /** Keeps the rejected rows of a group. */
    private static final class RejectList implements RejectedRows {
        private final List<GroupRow> rows;
        private final List<Rejected> rejects = new ArrayList<>();

        RejectList(List<GroupRow> rows) {
            this.rows = rows;
        }

        @Override
        public void begin(List<String> titles) {
            // Those of the table.
        }

        @Override
        public void reject(EntryRow row, String reason, String remedy) {
            rejects.add(new Rejected(rows.get((int) row.number() - 1), reason, remedy));
        }
    }
}
