package io.centerline.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.Config;

/**
 * Spares a start Flyway when the database has exactly the migrations that this program ships. Loading Flyway to find that
 * there is nothing to do costs a start a noticeable part of its time. In every other case, and in every doubt, Flyway looks itself.
 */
public final class Migrations {
    private static final String FOLDER = "db/migration/";

    /** A migration that is missing here is still applied: the histories differ, so Flyway runs. */
    static final List<String> SHIPPED = List.of(
            "V1__decisions.sql",
            "V2__rulebooks.sql",
            "V3__impact.sql",
            "V4__log.sql",
            "V6__search.sql",
            "V7__accounts.sql",
            "V8__routings.sql",
            "V9__reassessments.sql",
            "V10__schedules.sql",
            "V11__packed.sql");

    /** What Flyway compares, and whether it went well. */
    private record Applied(String version, String description, String type, int checksum, boolean success) {

        static Applied shipped(String script) {
            String name = script.substring("V".length(), script.length() - ".sql".length());
            int end = name.indexOf("__");
            String description = name.substring(end + "__".length()).replace('_', ' ');
            return new Applied(name.substring(0, end), description, "SQL", sumOf(script), true);
        }

        static Applied read(ResultSet row) throws SQLException {
            return new Applied(
                    String.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getBoolean(5));
        }
    }

    private Migrations() {}

    /**
     * Turns Flyway off for this start when it would find nothing to do. To be called before Quarkus starts, once the
     * database lets the program in.
     *
     * @param config all settings as Quarkus will read them
     * @param settings where Quarkus will look for them: the system's properties
     */
    public static void spareIfApplied(Config config, Properties settings) {
        try (Connection connection = StoreReach.connect(config)) {
            if (areApplied(connection)) {
                settings.setProperty("quarkus.flyway.active", "false");
            }
        } catch (SQLException unknown) {
            // No history yet, or a login that only the pool knows: Flyway will see.
        }
    }

    /**
     * Whether the database's history is the shipped migrations, all of them, no other, unchanged and successful.
     *
     * @throws SQLException when the history cannot be read; where nothing was ever migrated there is none
     */
    static boolean areApplied(Connection connection) throws SQLException {
        List<Applied> history = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version, description, type, checksum, success from flyway_schema_history"
                                + " order by installed_rank")) {
            while (rows.next()) {
                history.add(Applied.read(rows));
            }
        }
        return history.equals(SHIPPED.stream().map(Applied::shipped).toList());
    }

    /** As Flyway counts it: over the lines without their ends. */
    private static int sumOf(String script) {
        CRC32 sum = new CRC32();
        try (InputStream shipped = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + script);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(shipped, () -> script + " is not in the program"),
                        StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(script + " cannot be read from the program", unreadable);
        }
        return (int) sum.getValue();
    }
}
