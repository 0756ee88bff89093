package io.centerline.spark;

import io.centerline.batch.GroupDecision;
import io.centerline.batch.RunDecision;
import io.centerline.intake.Intake;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Siblings;
import io.centerline.rulebook.ShippedRules;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Places a whole file in this process, as the command {@code place} does: no groups, no sums of rows, no Spark. */
final class PlacedAlone {
    private PlacedAlone() {}

    /** For each importer the columns of {@link Answers#placed}. */
    static List<String> of(Path parquet, LocalDate asOf) throws SQLException, IOException {
        var rules = ShippedRules.read().rules();
        ExecutorRules built = ExecutorRules.of(rules.hash(), new TreeMap<>(rules.texts()));
        RowIntake intake = built.intake();
        FileIntake.Accepted read;
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("FROM read_parquet('" + parquet + "')")) {
            read = (FileIntake.Accepted) intake.read(new Rows(rows, parquet), RowOptions.LENIENT, asOf);
        }
        Placement placement = new Placement(built.rulebook());
        List<Decision> decisions = new ArrayList<>();
        for (Intake.Accepted each : read.cases()) {
            decisions.add(placement.decide(each.facts(), each.warnings(), Explain.SUMMARY));
        }
        return Siblings.compare(decisions).stream()
                .map(decision -> line(RunDecision.of(new GroupDecision(decision, 0, 0, 0), built.stamp())))
                .sorted()
                .toList();
    }

    private static String line(RunDecision row) {
        return String.join(
                "|",
                row.importer(),
                row.status(),
                row.center(),
                String.valueOf(row.basis()),
                String.valueOf(row.indicated()),
                row.reviews(),
                Long.toString(row.counted()),
                Long.toString(row.notCounted()),
                Long.toString(row.lines()),
                row.share().toPlainString(),
                row.value().toPlainString(),
                Integer.toString(row.warnings()),
                row.summary());
    }

    /** The rows of a result as texts. */
    private static final class Rows implements RowSource {
        private final ResultSet rows;
        private final Path file;
        private long next;

        Rows(ResultSet rows, Path file) {
            this.rows = rows;
            this.file = file;
        }

        @Override
        public EntryRow next() throws IOException {
            try {
                int columns = rows.getMetaData().getColumnCount();
                List<String> cells = new ArrayList<>();
                if (next > 0 && !rows.next()) {
                    return null;
                }
                for (int i = 1; i <= columns; i++) {
                    String text = next == 0 ? rows.getMetaData().getColumnName(i) : rows.getString(i);
                    cells.add(text == null ? "" : text);
                }
                return new EntryRow(next++, cells);
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
        }

        @Override
        public void checkRest() {}

        @Override
        public String place(long row) {
            return file + ", row " + row;
        }

        @Override
        public String place(long row, int column, String title) {
            return place(row) + ", column \"" + title + "\"";
        }
    }
}
