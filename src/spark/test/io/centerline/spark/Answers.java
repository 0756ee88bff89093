package io.centerline.spark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what a job wrote, with another program than wrote it. */
final class Answers {
    private Answers() {}

    /** What was decided, without what names single rows. */
    static List<String> placed(Path output) throws SQLException {
        return lines(
                "SELECT concat_ws('|', importer, status, center, coalesce(basis, 'null'), coalesce(indicated, 'null'),"
                        + " reviews, counted, \"notCounted\", lines, share, value, warnings, summary) "
                        + from(output, "decisions/*"));
    }

    /** Everything that was written. */
    static List<String> all(Path output) throws SQLException {
        List<String> all = new ArrayList<>(lines("SELECT r::VARCHAR " + from(output, "decisions/*")));
        all.addAll(lines("SELECT r::VARCHAR " + from(output, "rejects")));
        return all;
    }

    /** The decisions with all their columns. */
    static List<String> decisions(Path output) throws SQLException {
        return lines(columns() + from(output, "decisions/*"));
    }

    /** The same of a run on one machine. */
    static List<String> decisionsOfRun(Path output) throws SQLException {
        return lines(columns() + "FROM '" + output.resolve("decisions.parquet") + "'");
    }

    private static String columns() {
        return "SELECT concat_ws('|', importer, file, row, rows, status, center, coalesce(basis, 'null'),"
                + " coalesce(indicated, 'null'), reviews, counted, \"notCounted\", lines, share, value, warnings, facts,"
                + " summary, document) ";
    }

    /** How many rows are rejected. */
    static long rejects(Path output) throws SQLException {
        return Long.parseLong(
                lines("SELECT count(*)::VARCHAR " + from(output, "rejects")).get(0));
    }

    private static String from(Path output, String folder) {
        return "FROM read_parquet('" + output.resolve(folder).resolve("*.parquet")
                + "', hive_partitioning = true) AS r";
    }

    private static List<String> lines(String sql) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            lines.sort(null);
            return lines;
        }
    }
}
