package io.centerline.batch.run;

import io.centerline.batch.RowCounts;
import io.centerline.batch.RunDecision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Keeps the parts of a run that are decided, each in one transaction, in the order of the parts. Used by one thread. */
final class KeptParts {
    private final RunDatabase database;
    private final @Nullable RunRecorder recorder;

    /**
     * What is kept.
     *
     * @param recorder has the decisions recorded; null when they are not
     */
    KeptParts(RunDatabase database, @Nullable RunRecorder recorder) {
        this.database = database;
        this.recorder = recorder;
    }

    /** Has the decisions of a part recorded, where that is wanted, and keeps all that came of it or nothing. */
    void keep(String table, int number, Deciding.Part part) {
        RunRecorder recorder = this.recorder;
        List<RunRecorder.Recorded> recorded = recorder == null
                ? List.of()
                : recorder.record(part.decisions().stream()
                        .map(Deciding.Made::request)
                        .filter(Objects::nonNull)
                        .toList());
        database.with(open -> {
            open.setAutoCommit(false);
            try {
                keepDecisions(open, part, recorded);
                for (Deciding.Rejected each : part.rejects()) {
                    keepReject(open, each);
                }
                for (String key : part.apart()) {
                    RunDatabase.execute(open, "INSERT INTO apart VALUES (?)", key);
                }
                keepCounts(open, part.rows());
                RunDatabase.execute(open, "INSERT INTO parts VALUES (?, ?)", table, number);
                open.commit();
            } catch (SQLException | RuntimeException failed) {
                open.rollback();
                throw failed;
            } finally {
                open.setAutoCommit(true);
            }
            return true;
        });
    }

    private static void keepDecisions(DuckDBConnection open, Deciding.Part part, List<RunRecorder.Recorded> recorded)
            throws SQLException {
        int next = 0;
        try (DuckDBAppender rows = open.createAppender("main", "decisions")) {
            for (Deciding.Made made : part.decisions()) {
                RunDecision each = made.decision();
                rows.beginRow();
                rows.append(each.importer());
                rows.append(each.file());
                rows.append(each.row());
                rows.append(each.rows());
                rows.append(each.status());
                rows.append(each.center());
                rows.append(each.basis());
                rows.append(each.indicated());
                rows.append(each.reviews());
                rows.append(each.counted());
                rows.append(each.notCounted());
                rows.append(each.lines());
                rows.append(each.share());
                rows.append(each.value());
                rows.append(each.warnings());
                rows.append(each.facts());
                rows.append(each.summary());
                rows.append(each.document());
                rows.append(made.before());
                rows.append(each.number());
                RunRecorder.Kept kept = recorded.isEmpty() ? null : RunRecorder.Kept.of(recorded.get(next++));
                rows.append(kept == null ? null : kept.id());
                rows.append(kept == null ? null : kept.center());
                rows.endRow();
            }
        }
    }

    private static void keepReject(DuckDBConnection open, Deciding.Rejected each) throws SQLException {
        List<String> cells = each.row().cells();
        Object[] values = new Object[cells.size() + 4];
        values[0] = each.row().file();
        values[1] = each.row().row();
        values[2] = each.reason();
        values[3] = each.remedy();
        for (int i = 0; i < cells.size(); i++) {
            values[i + 4] = cells.get(i);
        }
        RunDatabase.execute(
                open,
                "INSERT INTO rejects VALUES (?, ?, ?, ?, ["
                        + IntStream.range(0, cells.size()).mapToObj(i -> "?").collect(Collectors.joining(", ")) + "])",
                values);
    }

    private static void keepCounts(DuckDBConnection open, RowCounts rows) throws SQLException {
        List<Object[]> all = new ArrayList<>(List.of(
                new Object[] {"counted", rows.counted()},
                new Object[] {"titles", rows.titles()},
                new Object[] {"sums", rows.sums()},
                new Object[] {"dropped", rows.dropped()},
                new Object[] {"rejected", rows.rejected()}));
        rows.notCounted().forEach((reason, of) -> all.add(new Object[] {reason.name(), of}));
        for (Object[] each : all) {
            RunDatabase.execute(open, "INSERT INTO counts VALUES (?, ?)", each);
        }
    }
}
