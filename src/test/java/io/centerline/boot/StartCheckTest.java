package io.centerline.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
    void check_loopback_passes(String host) {
        assertThatCode(() -> ListenAddress.check(config(Map.of("quarkus.http.host", host))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void check_otherAddress_isRefusedInASentence(String host) {
        assertThatThrownBy(() -> ListenAddress.check(config(Map.of("quarkus.http.host", host))))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused.exitCode()).isEqualTo(1);
                    assertThat(refused.help()).contains("127.0.0.1");
                })
                .hasMessage("quarkus.http.host is `" + host
                        + "`, which other machines may reach, and Centerline cannot ask them to sign in yet");
    }

    @Test
    void check_portTaken_isRefusedInASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> ListenAddress.check(config(Map.of("quarkus.http.port", port))))
                    .isInstanceOfSatisfying(StartRefused.class, refused -> {
                        assertThat(refused.exitCode()).isEqualTo(1);
                        assertThat(refused.help()).contains("quarkus.http.port", "QUARKUS_HTTP_PORT");
                    })
                    .hasMessage("port " + port + " of 127.0.0.1 cannot be listened on: Address already in use");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "80 80"})
    void check_noPort_isRefusedInASentence(String port) {
        assertThatThrownBy(() -> ListenAddress.check(config(Map.of("quarkus.http.port", port))))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(1))
                .hasMessage("quarkus.http.port is `" + port + "`, which is no port from 0 to 65535");
    }

    @Test
    void check_openFiles_mustBeEnough() {
        assertThatCode(() -> OpenFiles.check(1_024)).doesNotThrowAnyException();
        assertThatThrownBy(() -> OpenFiles.check(64))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.help()).contains("ulimit -n"))
                .hasMessage("the program may have only 64 files open at once, and needs 512");
    }

    @ParameterizedTest
    @CsvSource({
        "centerline.journal.deadline, 5sec, duration, 5S",
        "centerline.retention.facts, P5Y, duration, P1826D",
        "quarkus.shutdown.timeout, -5S, duration, 5S",
        "centerline.intake.lines, many, whole number from 0 to 2147483647, 200000",
        "centerline.journal.queue, -1, whole number from 0 to 2147483647, 4096",
        "centerline.rules.watch, ture, `true` or `false`, true",
    })
    void run_settingThatCannotBeRead_isRefusedInASentence(String name, String value, String kind, String example) {
        assertThatThrownBy(() -> StartCheck.run(config(Map.of(name, value))))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.help()).contains("`" + example + "`"))
                .hasMessage(name + " is `" + value + "`, which is no " + kind);
    }

    /** A new setting of these forms must be read there too. */
    @ParameterizedTest
    @MethodSource
    void run_settingOfThePage_isRead(String name) {
        assertThatThrownBy(() -> StartCheck.run(config(Map.of(name, "x y")))).isInstanceOf(StartRefused.class);
    }

    static Stream<String> run_settingOfThePage_isRead() throws IOException {
        return Pattern.compile("^\\| `([a-z.]+)` \\| `[A-Z_]+` \\| `([0-9]+[SMH]?|true|false)`", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("src/docs/settings.md")))
                .results()
                .map(row -> row.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.01", ".05", "1.0"})
    void run_shareAsLimit_passes(String share) {
        assertThatCode(() -> StartCheck.run(config(Map.of("centerline.activation.limit", share))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 %", "-0.1", "1.01", "NaN", "1e-2"})
    void run_noShareAsLimit_isRefusedInASentence(String share) {
        assertThatThrownBy(() -> StartCheck.run(config(Map.of("centerline.activation.limit", share))))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused.exitCode()).isEqualTo(1);
                    assertThat(refused.help()).contains("0.01");
                })
                .hasMessage("centerline.activation.limit is `" + share + "`, which is no share from 0 to 1");
    }

    @Test
    void run_soundRules_passes() {
        assertThatCode(() -> StartCheck.run(config(Map.of()))).doesNotThrowAnyException();
    }

    @Test
    void run_brokenRule_isRefusedWithItsPlace(@TempDir Path folder) throws IOException {
        Path rule = folder.resolve("membership/broken.drl");
        Files.createDirectories(rule.getParent());
        Files.writeString(rule, "package rules.membership;\nrule \"x\nwhen\nthen\nend\n");

        assertThatThrownBy(() -> StartCheck.run(config(Map.of("centerline.rules.dir", folder.toString()))))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(3))
                .hasMessageContaining("rules/membership/broken.drl:");
    }

    @Test
    void run_noRuleFolder_isRefused(@TempDir Path folder) {
        String absent = folder.resolve("absent").toString();

        assertThatThrownBy(() -> StartCheck.run(config(Map.of("centerline.rules.dir", absent))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(absent);
    }

    @Test
    void run_faultyScheduleFile_isRefusedWithItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), "no,such,header\n1,2,3\n");

        assertThatThrownBy(() -> StartCheck.run(config(Map.of("centerline.schedule.file", file.toString()))))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(3))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> StartCheck.run(config(Map.of("centerline.schedule.file", folder + "/absent.csv"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("absent.csv");
    }

    @Test
    void run_damagedEdition_isRefusedByName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("hts-2014.edition"), "centerline-editions 1\nedition");

        assertThatThrownBy(() -> StartCheck.run(config(Map.of("centerline.schedules.dir", folder.toString()))))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(3))
                .hasMessageContaining("`" + file + "` is no edition of the schedule");
    }

    /** Settings of a program that starts for the first time. */
    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("centerline.data.dir", "target/no-data-yet")
                .withDefaultValue("quarkus.http.port", "0")
                .withSources(new io.smallrye.config.PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
