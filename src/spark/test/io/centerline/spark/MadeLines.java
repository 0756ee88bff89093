package io.centerline.spark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Made-up entry lines in Parquet. */
final class MadeLines {
    private MadeLines() {}

    /** Writes some: the same lines for the same number of them. */
    static void write(Path file, long lines) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("""
                    COPY (
                      SELECT printf('%%02d-%%07d%%02d', 10 + e %% 80, e, 10 * (i %% 7 // 6)) AS "Importer Number",
                        lpad((i // 5)::VARCHAR, 11, '0') AS "Entry Summary Number",
                        1 + i %% 5 AS "Entry Summary Line Number",
                        '01' AS "Entry Type Code",
                        DATE '2026-06-30' - (i %% 360)::INTEGER AS "Entry Date",
                        CASE WHEN i %% 997 = 0 THEN '8.471E+09'
                          ELSE (['8471.30.0100', '8703.23.0190', '6109.10.0012', '3926.90.9985', '9403.60.8081'])
                               [1 + (e + (i %% 11 // 9))::INTEGER %% 5] END AS "HTS 1",
                        (100 + i %% 9000)::DECIMAL(18, 2) AS "Value"
                      FROM (SELECT i, ((hash(i // 5) %% %2$d) * (hash(i // 7) %% %2$d) // %2$d)::INTEGER AS e FROM range(%3$d) r(i)) s
                    ) TO '%1$s' (FORMAT parquet, ROW_GROUP_SIZE 20480)
                    """.formatted(file, Math.max(1, lines / 100), lines));
        }
    }

    /** Writes the same lines as two files of separated values, one of them packed, with days as American reports have them. */
    static void writeText(Path parquet, Path folder, long lines) throws SQLException {
        String select =
                "SELECT * REPLACE (strftime(\"Entry Date\", '%m/%d/%Y') AS \"Entry Date\") FROM '" + parquet + "'";
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (" + select + " LIMIT " + lines / 2 + ") TO '" + folder + "/a.csv' (HEADER)");
            statement.execute("COPY (" + select + " LIMIT " + lines + " OFFSET " + lines / 2 + ") TO '" + folder
                    + "/b.csv.gz' (HEADER, COMPRESSION gzip)");
        }
    }
}
