package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.journal.embedded.SharedStore;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a start may do without Flyway: only when the database has exactly the shipped migrations. */
class MigrationsTest {
    private static final String OTHER_ROW = "insert into flyway_schema_history select installed_rank + 1, %s,"
            + " description, type, %s, checksum, installed_by, installed_on, execution_time, success"
            + " from flyway_schema_history where version = '11'";

    private SharedStore.Database store;

    @BeforeEach
    void migrate() {
        store = SharedStore.migrated("migrations");
    }

    @Test
    void shipped_list_isTheFolder() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Migrations.SHIPPED);
        }
    }

    @Test
    void spare_allApplied_turnsFlywayOff() {
        assertThat(spared()).containsExactly(Map.entry("quarkus.flyway.active", "false"));
    }

    /** Quarkus names a script with its folder, Flyway by itself without. */
    @Test
    void spare_scriptsWithTheirFolder_turnsFlywayOff() throws Exception {
        execute("update flyway_schema_history set script = 'db/migration/' || script where version = '11'");

        assertThat(spared()).isNotEmpty();
    }

    @Test
    void spare_emptyDatabase_leavesItToFlyway() {
        store = SharedStore.empty("migrations");

        assertThat(spared()).isEmpty();
    }

    @Test
    void spare_loginThatThePoolAloneKnows_leavesItToFlyway() {
        store = new SharedStore.Database(store.url(), store.user(), "not the password");

        assertThat(spared()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from flyway_schema_history where version = '11'",
                "delete from flyway_schema_history where version = '2'",
                "update flyway_schema_history set success = false where version = '11'",
                "update flyway_schema_history set checksum = checksum + 1 where version = '1'",
                "update flyway_schema_history set checksum = null where version = '1'",
                "update flyway_schema_history set version = null where version = '11'",
                "update flyway_schema_history set description = 'others' where version = '11'",
                "update flyway_schema_history set type = 'JDBC' where version = '11'",
            })
    void spare_historyThatDiffers_leavesItToFlyway(String change) throws Exception {
        execute(change);

        assertThat(spared()).isEmpty();
    }

    @Test
    void spare_databaseNewerThanTheProgram_leavesItToFlywayWhichLetsItStart() throws Exception {
        execute(OTHER_ROW.formatted("'999'", "'V999__later.sql'"));

        assertThat(spared()).isEmpty();
        assertThat(flyway().migrate().migrationsExecuted).isZero();
    }

    @Test
    void spare_failedMigration_leavesItToFlywayWhichRefuses() throws Exception {
        execute("update flyway_schema_history set success = false where version = '11'");

        assertThat(spared()).isEmpty();
        assertThatThrownBy(() -> flyway().migrate()).isInstanceOf(FlywayValidateException.class);
    }

    @Test
    void spare_anotherReplicaStillMigrates_doesNotTakeItForDone() throws Exception {
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("create table last_row as select * from flyway_schema_history where version = '11'");
            statement.execute("delete from flyway_schema_history where version = '11'");
            other.setAutoCommit(false);
            statement.execute("insert into flyway_schema_history select * from last_row");

            assertThat(spared()).isEmpty();

            other.commit();
            assertThat(spared()).isNotEmpty();
        }
    }

    private Map<Object, Object> spared() {
        Properties settings = new Properties();
        Config config = new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of(
                        "quarkus.datasource.jdbc.url", store.url(),
                        "quarkus.datasource.username", store.user(),
                        "quarkus.datasource.password", store.password()))
                .build();
        Migrations.spareIfApplied(config, settings);
        return settings;
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(store.url(), store.user(), store.password())
                .load();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(store.url(), store.user(), store.password());
    }
}
