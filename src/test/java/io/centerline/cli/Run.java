package io.centerline.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** One run of the program within the test, on a fixed day and with a small rulebook of its own. */
record Run(int exitCode, String out, String err) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T01:02:03.004Z"), ZoneOffset.UTC);

    static Run of(String... args) {
        return withInput("", args);
    }

    static Run withInput(String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return withOutput(in, out, args);
    }

    static Run withOutput(String in, OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, err);
        Host host = new Host(terminal, CLOCK, "1.2.3", setting -> Optional.of("src/test/resources/cli/rules"));
        int exitCode = new Program(host, () -> {
                    throw new AssertionError("the service must not start");
                })
                .run(args);
        return new Run(exitCode, out.toString(), err.toString(StandardCharsets.UTF_8));
    }

    /** Everything it did that a user sees. */
    String said() {
        return "exit code " + exitCode + "\n--- standard output\n" + out + "--- standard error\n" + err;
    }
}
