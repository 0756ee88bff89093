package io.centerline.cli;

import java.util.Locale;
import java.util.function.LongConsumer;

/** Says on the standard error how many lines were written, every few seconds. */
final class LineProgress implements LongConsumer {
    private static final long PAUSE_MILLIS = 5_000;

    private final Host host;
    private final long all;
    private final long begun;
    private long said;

    LineProgress(Host host, long all) {
        this.host = host;
        this.all = all;
        this.begun = host.clock().millis();
        this.said = begun;
    }

    @Override
    public void accept(long lines) {
        long now = host.clock().millis();
        if (now - said >= PAUSE_MILLIS) {
            said = now;
            long rate = lines * 1000 / (now - begun);
            host.terminal()
                    .complain(String.format(
                            Locale.ROOT, "written so far: %,d of %,d lines, %,d a second%n", lines, all, rate));
        }
    }
}
