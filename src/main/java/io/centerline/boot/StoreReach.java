package io.centerline.boot;

import io.centerline.text.Echo;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Waits before a start until the database lets the program in. A database that comes up beside the program, or is slow
 * on a busy machine, is no reason not to start; one that is not there is told in a sentence.
 */
public final class StoreReach {
    private static final Logger LOG = Logger.getLogger(StoreReach.class.getName());
    private static final String PATIENCE = "centerline.store.patience";
    private static final String ADDRESS = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String NOT_LET_IN = "28";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final long LONGEST_SECONDS = 5;
    private static final long PAUSE_MILLIS = 500;

    private StoreReach() {}

    /**
     * Connects once to the database that the settings name, and tries again for as long as {@code centerline.store.patience}
     * says (ISO 8601, 30 seconds by default).
     *
     * @throws StartRefused when it cannot be reached until then, or does not let the program in
     */
    public static void await(Config config) throws StartRefused {
        Duration patience = patience(config.getOptionalValue(PATIENCE, String.class));
        String address = config.getOptionalValue(ADDRESS, String.class).orElseThrow();
        Optional<String> user = config.getOptionalValue(USER, String.class);
        Properties login = new Properties();
        String longest = Long.toString(Math.max(1, Math.min(LONGEST_SECONDS, patience.toSeconds())));
        login.setProperty("connectTimeout", longest);
        // A server that takes the connection and says nothing is not there either.
        login.setProperty("socketTimeout", longest);
        user.ifPresent(name -> login.setProperty("user", name));
        config.getOptionalValue("quarkus.datasource.password", String.class)
                .ifPresent(password -> login.setProperty("password", password));
        long end = System.nanoTime() + patience.toNanos();
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = DriverManager.getConnection(address, login)) {
                return;
            } catch (SQLException failed) {
                String state = String.valueOf(failed.getSQLState());
                if (state.startsWith(NOT_LET_IN) && user.isEmpty()) {
                    // The login comes from elsewhere; whoever reads it from there will see.
                    return;
                }
                boolean hopeless = state.startsWith(NOT_LET_IN) || state.equals(NO_SUCH_DATABASE);
                if (hopeless || System.nanoTime() >= end) {
                    throw refused(address, failed, hopeless ? "" : " within " + patience.toSeconds() + " s");
                }
                LOG.log(
                        attempt % 10 == 1 ? Level.INFO : Level.FINE,
                        "waiting for the database: {0}",
                        failed.getMessage());
                pause();
            }
        }
    }

    private static Duration patience(Optional<String> text) throws StartRefused {
        try {
            Duration patience = Duration.parse(text.orElse("PT30S"));
            if (patience.isNegative() || patience.compareTo(Duration.ofDays(1)) > 0) {
                throw notADuration(text.orElse(""));
            }
            return patience;
        } catch (DateTimeParseException malformed) {
            throw notADuration(text.orElse(""));
        }
    }

    private static StartRefused notADuration(String text) {
        return new StartRefused(
                StartRefused.SETTINGS,
                PATIENCE + " is " + Echo.of(text) + ", which is no duration up to a day",
                "write for example `PT30S` for 30 seconds");
    }

    private static StartRefused refused(String address, SQLException failed, String within) {
        return new StartRefused(
                StartRefused.SETTINGS,
                "the database at `" + withoutQuery(address) + "` does not let the program in" + within + ": "
                        + failed.getMessage(),
                "look whether it runs and what `" + ADDRESS + "`, `" + USER
                        + "` and the password say; without an address" + " the program brings its own database");
    }

    /** The query may hold a password. */
    private static String withoutQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private static void pause() throws StartRefused {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefused(StartRefused.SETTINGS, "interrupted while waiting for the database", "");
        }
    }
}
