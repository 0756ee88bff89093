package io.centerline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LspCommandTest {
    private static final String INITIALIZE =
            said("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
    private static final String SHUTDOWN = said("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
    private static final String EXIT = said("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");

    private static String said(String message) {
        return "Content-Length: " + message.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + message;
    }

    @Test
    void lsp_aClientThatSaysGoodbye_getsTheProtocolAlone() {
        Run run = Run.withInput(INITIALIZE + SHUTDOWN + EXIT, "lsp");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Content-Length: ")
                .contains("\"hoverProvider\":true", "\"version\":\"1.2.3\"");
        assertThat(run.out().split("Content-Length: ", -1)).hasSize(3);
    }

    @Test
    void lsp_aClientThatIsGone_endsToo() {
        assertThat(Run.withInput(INITIALIZE, "lsp").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(Run.withInput(INITIALIZE + EXIT, "lsp").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(Run.withInput("no message", "lsp").exitCode()).isEqualTo(ExitCode.FAILED);
    }
}
