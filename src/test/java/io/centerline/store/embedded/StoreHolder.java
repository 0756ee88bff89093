package io.centerline.store.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A program of its own that holds a store until it is killed; it leaves one committed row. */
final class StoreHolder {

    private StoreHolder() {}

    public static void main(String[] args) throws Exception {
        EmbeddedStore store = EmbeddedStore.start(Path.of(args[0]), SharedStore.PROGRAMS, 0, Launcher::forThisUser);
        try (Connection connection = DriverManager.getConnection(store.jdbcUrl(), store.user(), store.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists kept as select 42 as answer");
        }
        System.out.println("holding");
        Thread.sleep(60_000);
    }
}
