package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.centerline.log.Exports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    private static final Exports LOG = Exports.of(10);
    private static final String KEY = Exports.KEY.verifier().text();
    private static final String ROOT = "D98vLucnb6BMJ4ATOQ8A11nx8z6xKkkjRqIjMUof85o=";

    @TempDir
    private Path folder;

    private String export = "";
    private String earlier = "";

    @BeforeEach
    void writeFiles() throws IOException {
        export = write("export.ndjson", Exports.join(LOG.lines(0, 10, true)));
        earlier = write("earlier", LOG.checkpoint(4));
    }

    @Test
    void verify_cleanExport_saysWhatWasProved() {
        Run run = Run.of("verify", export, "--key", KEY, "--since", earlier);

        assertThat(run).isEqualTo(new Run(ExitCode.DONE, """
                        Verified     leaves 0 to 9 are what the log signed, in its order
                        Log          log.example/one
                        Checkpoint   10 leaves, root %s
                        Facts        of 10 leaves, each as its receipt commits to
                        Continues    the earlier checkpoint over 4 leaves
                        """.formatted(ROOT), ""));
    }

    @Test
    void verify_cleanExportAsJson_isOneDocument() throws IOException {
        String same = write("checkpoint", LOG.checkpoint(10));
        Run run = Run.of("verify", export, "--key", KEY, "--checkpoint", same, "--since", earlier, "--json");

        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.DONE,
                        "{\"verified\":true,\"origin\":\"log.example/one\",\"size\":10,\"root\":\"" + ROOT
                                + "\",\"from\":0,\"to\":10,\"facts\":10,\"continued\":[4],\"unchanged\":true}\n",
                        ""));
    }

    @Test
    void verify_leafThatIsNoDecision_isCounted() throws IOException {
        String file = write("activation.ndjson", Exports.activation());

        assertThat(Run.of("verify", file, "--key", KEY).out()).contains("""
                        Verified     leaf 0 is what the log signed, in its order
                        """, """
                        Records      leaves that are no decisions: 1 activation
                        """);
        assertThat(Run.of("verify", file, "--key", KEY, "--json").out())
                .endsWith("\"unchanged\":false,\"records\":{\"activation\":1}}\n");
    }

    @Test
    void verify_rowBehindALeafChanged_saysWhatHoldsAllTheSame() throws IOException {
        String file = write("activation.ndjson", Exports.activation("deleted"));

        assertThat(Run.of("verify", file, "--key", KEY)).isEqualTo(new Run(ExitCode.NOT_VERIFIED, """
                        Not verified CONTRADICTED
                        Fault        the activation of leaf 0 was recorded, but the row it is about was changed or deleted
                                     in the database
                        Where        line 2, leaf 0
                        Help         go by the leaf; what the service's lists say of it is wrong
                        """, ""));
    }

    @Test
    void verify_sinceACheckpointOfTheSameSize_saysThatNothingWasAdded() throws IOException {
        String same = write("checkpoint", LOG.checkpoint(10));

        assertThat(Run.of("verify", export, "--key", KEY, "--since", same).out())
                .endsWith("Unchanged    since the checkpoint given over 10 leaves\n");
        assertThat(Run.of("verify", export, "--key", KEY, "--since", same, "--json")
                        .out())
                .endsWith("\"continued\":[],\"unchanged\":true}\n");
        assertThat(Run.of("verify", export, "--key", KEY, "--since", earlier, "--json")
                        .out())
                .endsWith("\"continued\":[4],\"unchanged\":false}\n");
        assertThat(Run.of("verify", export, "--key", KEY).out()).doesNotContain("Unchanged", "Continues");
    }

    @Test
    void verify_standardInput_saysTheSame() throws IOException {
        String text = Files.readString(Path.of(export));

        assertThat(Run.withInput(text, "verify", "-", "--key", KEY)).isEqualTo(Run.of("verify", export, "--key", KEY));
    }

    @Test
    void verify_addressOfAService_asksItForEverything() throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            boolean known = exchange.getRequestURI().toString().equals("/v1/journal/export");
            byte[] body = known ? Files.readAllBytes(Path.of(export)) : new byte[] {'?'};
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        String address = "http://127.0.0.1:" + service.getAddress().getPort();
        try {
            assertThat(Run.of("verify", address, "--key", KEY)).isEqualTo(Run.of("verify", export, "--key", KEY));
            assertThat(Run.of("verify", address + "/v2", "--key", KEY))
                    .isEqualTo(refused(
                            "the service at `" + address + "/v2` answered with status 404, not with an export",
                            "give the address of the service, for example `http://127.0.0.1:8080`"));
        } finally {
            service.stop(0);
        }
        assertThat(Run.of("verify", address, "--key", KEY))
                .isEqualTo(
                        refused(
                                "the service at `" + address + "` cannot be reached",
                                "look whether it runs; where it runs at another address, name that with `--from` (`check`: `--service`), or its port with QUARKUS_HTTP_PORT"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://, is not an address",
        "http://a b, is not an address",
        "http:///export, names no service",
        "http://127.0.0.1:65536, names no service"
    })
    void verify_malformedAddress_isRefused(String address, String fault) {
        assertThat(Run.of("verify", address, "--key", KEY))
                .isEqualTo(refused("`" + address + "` " + fault, "write for example `http://127.0.0.1:8080`"));
    }

    private static Run refused(String message, String help) {
        return new Run(ExitCode.INPUT_REFUSED, "", "error: " + message + "\nhelp: " + help + "\n");
    }

    @Test
    void verify_leafMissing_saysWhich() throws IOException {
        List<byte[]> lines = LOG.lines(0, 10, false);
        lines.remove(3);
        String faulty = write("faulty.ndjson", Exports.join(lines));

        assertThat(Run.of("verify", faulty, "--key", KEY)).isEqualTo(new Run(ExitCode.NOT_VERIFIED, """
                        Not verified MISSING
                        Fault        leaf 2 is missing
                        Where        line 4, leaf 2
                        """, ""));
        assertThat(Run.of("verify", faulty, "--key", KEY, "--json"))
                .isEqualTo(new Run(
                        ExitCode.NOT_VERIFIED,
                        "{\"verified\":false,\"kind\":\"MISSING\",\"index\":2,\"line\":4,\"message\":\"leaf 2 is missing\","
                                + "\"help\":\"\"}\n",
                        ""));
    }

    @Test
    void verify_historyRewritten_saysWhatToKeep() throws IOException {
        String rewritten =
                write("rewritten.ndjson", Exports.join(LOG.differingFrom(2).lines(0, 10, false)));

        Run run = Run.of("verify", rewritten, "--key", KEY, "--since", earlier);

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_VERIFIED);
        assertThat(run.out())
                .startsWith("Not verified RESIGNED\nFault        the log once signed root `")
                .endsWith("Help         keep the earlier checkpoint and this export: together they prove it\n");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Page.WIDTH));
    }

    @Test
    void verify_fileThatIsNoCheckpoint_isRefusedByItsName() throws IOException {
        String note = write("note", "hello\n".getBytes(StandardCharsets.UTF_8));
        Run refused = refused(
                "`" + note + "` is no checkpoint",
                "give one as `GET /v1/journal/checkpoint` answers it with `Accept: text/plain`");

        assertThat(Run.of("verify", export, "--key", KEY, "--checkpoint", note)).isEqualTo(refused);
        assertThat(Run.of("verify", export, "--key", KEY, "--since", note)).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\":\"01a210b6\"}\n", "{\"leaf\":\"00\"}"})
    void verify_fileThatIsNoExport_isNotTakenForAnAlteredOne(String content) throws IOException {
        String file = write("other.json", content.getBytes(StandardCharsets.UTF_8));
        Run refused = refused(
                "`" + file + "` is no export of the journal",
                "give a file that `GET /v1/journal/export` answered, or a proof with `Accept: application/x-ndjson`");

        assertThat(Run.of("verify", file, "--key", KEY)).isEqualTo(refused);
        assertThat(Run.of("replay", file)).isEqualTo(refused);
        assertThat(Run.of("audit", "01a217be-d496-7723-8761-fc2411e7cae8", "--key", KEY, "--export", file))
                .isEqualTo(refused);
    }

    private String write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }
}
