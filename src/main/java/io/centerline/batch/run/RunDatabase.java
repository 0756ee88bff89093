package io.centerline.batch.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.QueryProgress;

/** The database of one run, in a file of its own, which spills beside it. Faults of it are refusals. */
final class RunDatabase implements AutoCloseable {
    private final DuckDBConnection connection;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "run-progress");
        thread.setDaemon(true);
        return thread;
    });

    private RunDatabase(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Reads a row of a result. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with the database. */
    @FunctionalInterface
    interface Work<T> {
        T with(DuckDBConnection connection) throws SQLException;
    }

    /**
     * Opens the database of a folder, or makes it.
     *
     * @param memory the most bytes it takes before it spills
     */
    static RunDatabase open(Path folder, int threads, long memory) {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("memory_limit", memory / 1_000_000 + "MB");
        settings.setProperty("temp_directory", folder.resolve("spill").toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("preserve_insertion_order", "true");
        try {
            Files.createDirectories(folder);
            Connection opened = new DuckDBDriver().connect("jdbc:duckdb:" + folder.resolve("run.duckdb"), settings);
            return new RunDatabase((DuckDBConnection) opened);
        } catch (SQLException failed) {
            throw refused(failed);
        } catch (IOException failed) {
            throw new RunRefused(
                    RunRefused.Cause.MACHINE,
                    "the folder `" + folder + "` cannot be written: " + failed.getMessage(),
                    "name another folder with `--out`");
        }
    }

    /** Another connection to the same database, for another thread. */
    DuckDBConnection another() {
        try {
            return (DuckDBConnection) connection.duplicate();
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    /** Does something in this thread. */
    <T> T with(Work<T> work) {
        try {
            return work.with(connection);
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    /** Runs a statement. */
    void run(String sql, Object... parameters) {
        with(open -> {
            execute(open, sql, parameters);
            return true;
        });
    }

    /** Runs a statement and says how far it is. */
    void run(String sql, RunProgress progress) {
        with(open -> {
            try (Statement statement = open.createStatement()) {
                var ticking = watch.scheduleAtFixedRate(
                        () -> tell((DuckDBPreparedStatement) statement, progress), 500, 500, TimeUnit.MILLISECONDS);
                try {
                    return statement.execute(sql);
                } finally {
                    ticking.cancel(false);
                }
            }
        });
    }

    private static void tell(DuckDBPreparedStatement statement, RunProgress progress) {
        try {
            QueryProgress far = statement.getQueryProgress();
            if (far.getPercentage() >= 0) {
                progress.done(Math.round(far.getPercentage()), 100, "percent");
            }
        } catch (SQLException ended) {
            // The statement ended in between; its result tells.
        }
    }

    /** All rows of a query. */
    <T> List<T> list(String sql, Row<T> reader, Object... parameters) {
        return with(open -> list(open, sql, reader, parameters));
    }

    /** The one number of a query. */
    long number(String sql, Object... parameters) {
        return list(sql, row -> row.getLong(1), parameters).get(0);
    }

    /** All rows of a query over a connection. */
    static <T> List<T> list(Connection open, String sql, Row<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
                return list;
            }
        }
    }

    static void execute(Connection open, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.execute();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** What a fault of the database means for the user. */
    static RunRefused refused(SQLException failed) {
        String message = String.valueOf(failed.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        String first = message.lines().findFirst().orElse("").strip();
        if (lower.contains("no space left") || lower.contains("disk full") || lower.contains("failed to offload")) {
            return new RunRefused(
                    RunRefused.Cause.MACHINE,
                    "the disk is full: " + first,
                    "free space, or name a folder on another disk with `--out`; the same command goes on where it stopped");
        }
        if (lower.contains("out of memory")) {
            return new RunRefused(
                    RunRefused.Cause.MACHINE,
                    "the memory limit is too small: " + first,
                    "give more with `--memory`; the same command goes on where it stopped");
        }
        if (lower.contains("could not set lock") || lower.contains("conflicting lock")) {
            return new RunRefused(
                    RunRefused.Cause.USAGE,
                    "another run writes to the same folder",
                    "wait until it ends, or name another folder with `--out`");
        }
        if (lower.contains("permission denied") || lower.contains("cannot open file")) {
            return new RunRefused(RunRefused.Cause.MACHINE, first, "check the permissions of the file and its folder");
        }
        if (lower.contains("parquet") || lower.contains("magic bytes") || lower.contains("snappy")) {
            return RunRefused.input("a Parquet file cannot be read: " + first, "write the file again from its source");
        }
        return new RunRefused(RunRefused.Cause.MACHINE, "the run failed: " + first, "");
    }

    @Override
    public void close() {
        watch.shutdownNow();
        try {
            connection.close();
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }
}
