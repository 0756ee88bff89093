package io.centerline.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.store.embedded.SharedStore;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start does about a database that is late, or that does not let it in. */
@Timeout(60)
class StoreReachTest {
    private static final SharedStore.Database STORE = SharedStore.empty("reach");

    @Test
    void await_databaseThatIsThere_passes() {
        assertThatCode(() -> StoreReach.await(config(Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void await_databaseThatComesLate_passes() throws Exception {
        int port = freePort();
        String late = STORE.url().replaceFirst(":\\d+/", ":" + port + "/");
        Thread door = new Thread(() -> openLate(port), "late database");
        door.setDaemon(true);
        door.start();

        StoreReach.await(config(Map.of("quarkus.datasource.jdbc.url", late)));

        assertThat(door.isAlive()).isTrue();
    }

    @Test
    void await_databaseThatTakesConnectionsAndIsSilent_isRefusedInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            String address = STORE.url().replaceFirst(":\\d+/", ":" + silent.getLocalPort() + "/");
            Map<String, String> settings =
                    Map.of("quarkus.datasource.jdbc.url", address, "centerline.store.patience", "PT1S");

            assertThatThrownBy(() -> StoreReach.await(config(settings)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("does not let the program in within 1 s");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarkus.datasource.username|nobody|password authentication failed for user \"nobody\"",
                "quarkus.datasource.password|wrong|password authentication failed",
            })
    void await_wrongLogin_isRefusedAtOnce(String setting, String value, String reason) {
        Instant begun = Instant.now();
        assertThatThrownBy(() -> StoreReach.await(config(Map.of(setting, value))))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("the database at `" + STORE.url() + "` does not let the program in: ")
                .hasMessageContaining(reason);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void await_databaseOfNoName_isRefusedAtOnce() {
        String none = STORE.url().replaceFirst("/reach$", "/nowhere");
        assertThatThrownBy(() -> StoreReach.await(config(Map.of("quarkus.datasource.jdbc.url", none))))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused.exitCode()).isEqualTo(1);
                    assertThat(refused.help()).contains("quarkus.datasource.jdbc.url");
                })
                .hasMessageContaining("database \"nowhere\" does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "PT", "-PT1S", "P2D"})
    void await_patienceThatIsNone_isRefused(String patience) {
        assertThatThrownBy(() -> StoreReach.await(config(Map.of("centerline.store.patience", patience))))
                .isInstanceOf(StartRefused.class)
                .hasMessage("centerline.store.patience is `" + patience + "`, which is no duration up to a day");
    }

    /** Leads what comes in after a second to the database. */
    private static void openLate(int port) {
        try {
            Thread.sleep(1_000);
            try (ServerSocket door = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
                    Socket client = door.accept();
                    Socket store = new Socket(
                            InetAddress.getLoopbackAddress(),
                            Integer.parseInt(STORE.url().replaceAll(".*:(\\d+)/.*", "$1")))) {
                Thread back = new Thread(() -> copy(store, client));
                back.setDaemon(true);
                back.start();
                copy(client, store);
                Thread.sleep(60_000);
            }
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (java.io.IOException closed) {
            // Either side ends it.
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Config config(Map<String, String> other) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", STORE.url(),
                "quarkus.datasource.username", STORE.user(),
                "quarkus.datasource.password", STORE.password()));
        settings.putAll(other);
        return new SmallRyeConfigBuilder().withDefaultValues(settings).build();
    }
}
