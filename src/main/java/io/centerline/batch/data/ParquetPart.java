package io.centerline.batch.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBFunctions;

/** Parquet, written by DuckDB on one thread, so that the bytes are always the same. Stateless. */
final class ParquetPart implements PartFile {
    private static final Map<String, String> TYPES = Map.of(
            "Entry Summary Line Number", "INTEGER",
            "Entry Date", "DATE",
            "Quantity", "DECIMAL(18, 2)",
            "Value", "DECIMAL(18, 2)");

    @Override
    public long write(MadeUp madeUp, LineStream lines, Path file, IntConsumer progress) throws IOException {
        LineCells cells = new LineCells(madeUp, "uuuu-MM-dd");
        try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = memory.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            DuckDBFunctions.tableFunction()
                    .withName(MadeUpTable.NAME)
                    .withFunction(new MadeUpTable(lines, cells, progress))
                    .register(memory);
            return statement.executeLargeUpdate("COPY (SELECT " + columns() + " FROM " + MadeUpTable.NAME + "()) TO '"
                    + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private static String columns() {
        return MadeUpTable.COLUMNS.stream()
                .map(column -> "CAST(NULLIF(\"" + column + "\", '') AS " + TYPES.getOrDefault(column, "VARCHAR")
                        + ") AS \"" + column + "\"")
                .collect(Collectors.joining(", "));
    }
}
