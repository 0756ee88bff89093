package io.centerline.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** One run of the program within the test, on a fixed day and with a small rulebook of its own. */
record Run(int exitCode, String out, String err) {
    private static final Path NO_EDITIONS = Path.of("src/test/resources/cli/no-such-folder");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T01:02:03.004Z"), ZoneOffset.UTC);

    static Run of(String... args) {
        return withInput("", args);
    }

    static Run withInput(String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return withOutput(in, out, args);
    }

    /** With editions of the schedule in a folder. */
    static Run withEditions(Path editions, String in, String... args) {
        return withOutput(editions, in, new ByteArrayOutputStream(), args);
    }

    static Run withOutput(String in, OutputStream out, String... args) {
        return withOutput(NO_EDITIONS, in, out, args);
    }

    private static Run withOutput(Path editions, String in, OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, err);
        Host host = new Host(
                terminal,
                CLOCK,
                "1.2.3",
                setting -> Optional.of(
                        switch (setting) {
                            case "centerline.schedules.dir" -> editions.toString();
                            // Nothing answers there, whatever runs on the machine.
                            case "quarkus.http.port" -> "1";
                            default -> "src/test/resources/cli/rules";
                        }));
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
