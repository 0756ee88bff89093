package io.centerline.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.centerline.api.LogLines;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    /** One data folder, with a blank in its name, that the tests start and stop in turn. */
    @TempDir
    static Path parent;

    private static Path data;

    @BeforeAll
    static void createOnce() {
        data = parent.resolve("data folder");
        try (EmbeddedStore store = start(data)) {
            execute(store, "create table kept as select 42 as answer");
        }
    }

    @AfterAll
    static void nothingRuns() throws IOException {
        assertThat(PidFile.find(data.resolve("postgres/cluster"))).isEmpty();
    }

    @Test
    void endsWithin_applicationThatNeverStops_isWaitedForNoLongerThanTheLimit() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(EmbeddedStore.endsWithin(Duration.ofMillis(50), () -> {
                    try {
                        never.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isFalse();
        assertThat(EmbeddedStore.endsWithin(Duration.ofMinutes(1), () -> {})).isTrue();
    }

    @Test
    void start_stoppedBefore_keepsDataDurably() {
        try (EmbeddedStore store = start(data)) {
            assertThat(ask(store, "select answer from kept")).isEqualTo("42");
            assertThat(ask(store, "show fsync")).isEqualTo("on");
            assertThat(ask(store, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(store, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(store, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void start_anyUser_needsThePassword() {
        try (EmbeddedStore store = start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(store.jdbcUrl(), store.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void log_statementsThatFail_saysNothingOfTheirRows() throws IOException {
        try (EmbeddedStore store = start(data)) {
            execute(store, "create table person (number text primary key)");
            execute(store, "insert into person values ('541-99-0042')");
            assertThatThrownBy(() -> execute(store, "insert into person values ('541-99-0042')"))
                    .hasMessageContaining("duplicate key");
        }
        assertThat(Files.readString(data.resolve("postgres/server.log")))
                .contains("duplicate key")
                .doesNotContain("541-99-0042");
    }

    @Test
    void start_folder_isClosedToOthers() throws IOException {
        Path home = data.resolve("postgres");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void start_heldByThisProgram_isRefused() {
        try (EmbeddedStore store = start(data)) {
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageMatching("data folder `.*data folder` is in use by another Centerline \\(process "
                            + ProcessHandle.current().pid() + "\\)");
            assertThat(ask(store, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void start_otherProgramLives_isRefusedThenTakenOverOnceKilled(@TempDir Path folder) throws Exception {
        Process holder = holder(folder);
        try {
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageContaining("in use by another Centerline (process " + holder.pid() + ")");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        ProcessHandle orphan = server(folder).orElseThrow();

        try (EmbeddedStore store = start(folder)) {
            assertThat(ask(store, "select answer from kept")).isEqualTo("42");
            await().untilAsserted(() -> assertThat(orphan.isAlive()).isFalse());
        }
    }

    @Test
    void start_pidNowAnotherProcess_leavesThatAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path cluster = data.toRealPath().resolve("postgres/cluster");
            Files.write(
                    cluster.resolve("postmaster.pid"),
                    List.of(Long.toString(stranger.pid()), cluster.toString(), "1", "1", "", "", "1 1", "ready"));

            try (EmbeddedStore store = start(data)) {
                assertThat(ask(store, "select answer from kept")).isEqualTo("42");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void start_pidFileEmpty_starts() throws IOException {
        Files.createFile(data.resolve("postgres/cluster/postmaster.pid"));

        try (EmbeddedStore store = start(data)) {
            assertThat(ask(store, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void serverKilled_whileInUse_comesBackOnItsPort() throws IOException {
        try (EmbeddedStore store = start(data)) {
            execute(store, "create table if not exists committed as select 1 as n");

            server(data).orElseThrow().destroyForcibly();

            await().ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(ask(store, "select n from committed")).isEqualTo("1"));
        }
    }

    @Test
    void close_serverFrozen_takesFewSecondsAndLeavesNoProcess() throws IOException {
        EmbeddedStore store = start(data);
        execute(store, "create table before_the_freeze as select 1 as n");
        ProcessHandle server = server(data).orElseThrow();
        long begun = System.nanoTime();
        try (Frozen frozen = Frozen.server(data)) {
            store.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
            await().until(() -> !server.isAlive());
        }
        try (EmbeddedStore again = start(data)) {
            assertThat(ask(again, "select n from before_the_freeze")).isEqualTo("1");
        }
    }

    @Test
    void serverDead_cannotStartAgain_isToldOnce() throws IOException {
        Path conf = data.resolve("postgres/cluster/postgresql.conf");
        String sound = Files.readString(conf);
        LogLines log = new LogLines();
        try (EmbeddedStore store = start(data)) {
            Files.writeString(conf, sound + "\nport = nonsense\n");
            server(data).orElseThrow().destroyForcibly();
            await().until(() -> log.lines().stream().anyMatch(line -> line.contains("is away")));
            await().pollDelay(Duration.ofMillis(3_500)).until(() -> true);
            Files.writeString(conf, sound);
            await().ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(ask(store, "select answer from kept")).isEqualTo("42"));
        } finally {
            log.close();
            Files.writeString(conf, sound);
        }
        assertThat(log.lines()).filteredOn(line -> line.contains("is away")).hasSize(1);
        assertThat(log.lines())
                .filteredOn(line -> line.contains("ended unexpectedly"))
                .hasSize(1);
    }

    @Test
    void folderTakenAway_whileInUse_endsTheServerUntilItIsBack() throws IOException {
        try (EmbeddedStore store = start(data)) {
            ProcessHandle server = server(data).orElseThrow();
            Path home = data.resolve("postgres");
            Path away = Files.move(home, data.resolve("away"));
            try {
                await().until(() -> !server.isAlive());
                assertThatThrownBy(() -> connect(store).close()).isInstanceOf(SQLException.class);
            } finally {
                Files.move(away, home);
            }
            await().ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(ask(store, "select answer from kept")).isEqualTo("42"));
        }
    }

    @Test
    void start_rootWithoutNamespaces_runsAsNobodyAndBack() {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        try (EmbeddedStore store = start(data, 0, Launcher::asNobody)) {
            assertThat(ask(store, "select answer from kept")).isEqualTo("42");
        }
        try (EmbeddedStore store = start(data)) {
            assertThat(ask(store, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void start_portTaken_isRefusedWithTheReason() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(data, taken.getLocalPort(), Launcher::forThisUser))
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageContaining("does not start: could not create any TCP/IP sockets");
        }
    }

    @Test
    void start_fileInPlaceOfFolder_isRefused(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> start(file))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("a file stands where a folder is needed");
    }

    @Test
    void start_foreignFolder_isRefusedAndUntouched(@TempDir Path folder) throws IOException {
        Path foreign =
                Files.createDirectories(folder.resolve("postgres/cluster")).resolve("diary.txt");
        Files.writeString(foreign, "mine");

        assertThatThrownBy(() -> start(folder))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("is not a PostgreSQL data folder: it has no `PG_VERSION`");
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void start_otherVersion_isRefused(@TempDir Path folder) throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "16\n");

        assertThatThrownBy(() -> start(folder))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("was written by PostgreSQL 16, this program brings 17");
    }

    @Test
    void startIfNeeded_addressConfigured_startsNothing(@TempDir Path folder) {
        Properties settings = new Properties();
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "quarkus.datasource.jdbc.url",
                                "jdbc:postgresql://db/x",
                                "centerline.data.dir",
                                folder.toString()),
                        "test",
                        100))
                .build();

        assertThat(EmbeddedStore.startIfNeeded(config, settings)).isFalse();
        assertThat(settings).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private static EmbeddedStore start(Path folder) {
        return start(folder, 0, Launcher::forThisUser);
    }

    private static EmbeddedStore start(Path folder, int port, Supplier<Launcher> launcher) {
        return EmbeddedStore.start(folder, SharedStore.PROGRAMS, port, launcher);
    }

    private static Optional<ProcessHandle> server(Path folder) throws IOException {
        return PidFile.find(folder.toRealPath().resolve("postgres/cluster")).flatMap(PidFile::server);
    }

    private static Process holder(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("holding")) {
                return process;
            }
        }
        throw new IllegalStateException("the holder ended before it held");
    }

    private static void execute(EmbeddedStore store, String sql) {
        try (Connection connection = connect(store);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(EmbeddedStore store, String sql) {
        try (Connection connection = connect(store);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(EmbeddedStore store) throws SQLException {
        return DriverManager.getConnection(store.jdbcUrl(), store.user(), store.password());
    }
}
