package io.centerline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.store.embedded.SharedStore;
import io.centerline.store.embedded.SharedStore.Database;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every migration runs with the limit that the program's own settings give to its connections. */
@Timeout(60)
class MigrationLockTest {
    private static final String SETTINGS = "/application.properties";

    @Test
    void migrate_tableIsRead_failsInsteadOfWaitingForEver() throws SQLException, IOException {
        Database database = SharedStore.empty("migration_lock");
        flyway(database).target("16").load().migrate();
        try (Connection reader = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select count(*) from decision");

            assertThatThrownBy(() -> flyway(database).load().migrate())
                    .hasMessageContaining("lock timeout")
                    .hasMessageContaining("V17__log_records.sql");
        }

        assertThat(flyway(database).load().migrate().success).isTrue();
    }

    private static FluentConfiguration flyway(Database database) throws IOException {
        Properties settings = new Properties();
        try (InputStream file = MigrationLockTest.class.getResourceAsStream(SETTINGS)) {
            settings.load(file);
        }
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .initSql(settings.getProperty("quarkus.flyway.init-sql"));
    }
}
