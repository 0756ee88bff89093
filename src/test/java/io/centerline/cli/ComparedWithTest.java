package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.centerline.rulebook.RuleFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Commands that change rules look at what is active where a service answers soon. */
class ComparedWithTest {
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static Run nextId(int port) {
        return Run.of("rules", "id", "CEE003", "--rules", "rules", "--service", "http://127.0.0.1:" + port);
    }

    @Test
    void id_whileAServiceAnswers_isFreeInWhatIsActiveToo() throws IOException {
        SortedMap<String, String> files = RuleFolder.read(Path.of("rules")).files();
        files.replaceAll((path, text) -> text.replace("MEM-0315", "MEM-0316"));
        RuleFolder active = RuleFolder.of(files);
        String hash = active.rules().hash();
        HttpServer service = HttpServer.create(HERE, 0);
        service.createContext("/v1/rulebooks/", exchange -> {
            byte[] body = exchange.getRequestURI().getPath().endsWith("/active")
                    ? ("{\"activation\":{\"rulebook\":\"" + hash + "\"}}").getBytes(StandardCharsets.UTF_8)
                    : active.json();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        try {
            Run run = nextId(service.getAddress().getPort());
            assertThat(run.out()).isEqualTo("MEM-0317\n");
            assertThat(run.err()).startsWith("compared with what is active at `http://127.0.0.1:");
        } finally {
            service.stop(0);
        }
    }

    @Test
    void id_whileAServiceIsSilent_isToldWithinSeconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            Run run = nextId(silent.getLocalPort());
            assertThat(run.out()).isEqualTo("MEM-0316\n");
            assertThat(run.err()).startsWith("no service answered at `http://127.0.0.1:");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }
}
