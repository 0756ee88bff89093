package io.centerline.store.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** The one embedded server that all tests of this JVM share, each with a database of its own. */
public final class SharedStore {

    /** A folder for each process that tests run in. */
    private static final Path FOLDER = Path.of("target", System.getProperty("centerline.test.store", "test-store"));

    /** Where the server's programs are unpacked once for all tests. */
    static final Path PROGRAMS = FOLDER.resolve("postgres");

    // System properties, because class loaders of Quarkus tests do not share statics.
    private static final String PROPERTY = "centerline.test.store.";

    private SharedStore() {}

    /** Where a database is and how to enter it. */
    public record Database(String url, String user, String password) {}

    /** Gives an empty database with the program's tables. */
    public static Database migrated(String name) {
        Database empty = empty(name);
        Flyway.configure()
                .dataSource(empty.url(), empty.user(), empty.password())
                .load()
                .migrate();
        return empty;
    }

    /** Gives an empty database; one of the same name is dropped first. */
    public static synchronized Database empty(String name) {
        if (System.getProperty(PROPERTY + "url") == null) {
            EmbeddedStore store = EmbeddedStore.start(FOLDER);
            Runtime.getRuntime().addShutdownHook(new Thread(store::close));
            System.setProperty(PROPERTY + "url", store.jdbcUrl());
            System.setProperty(PROPERTY + "user", store.user());
            System.setProperty(PROPERTY + "password", store.password());
        }
        String url = System.getProperty(PROPERTY + "url");
        String user = System.getProperty(PROPERTY + "user");
        String password = System.getProperty(PROPERTY + "password");
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Database(url.replaceFirst("/postgres$", "/" + name), user, password);
    }
}
