package io.centerline.cli;

import io.centerline.batch.run.RunProgress;
import java.time.Clock;
import java.util.Locale;

/**
 * Says on the standard error how far a run is: on a terminal in one line that is written over, elsewhere in plain lines, one for each
 * step and one every ten seconds.
 */
final class RunTicker implements RunProgress {
    private static final long PLAIN_PAUSE = 10_000;
    private static final long TERMINAL_PAUSE = 200;
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final Clock clock;
    private final boolean interactive;
    private String step = "";
    private long began;
    private long said;
    private boolean open;

    private RunTicker(Terminal terminal, Clock clock, boolean interactive) {
        this.terminal = terminal;
        this.clock = clock;
        this.interactive = interactive;
    }

    /** The ticker of a process. */
    static RunTicker of(Host host) {
        return new RunTicker(host.terminal(), host.clock(), System.console() != null);
    }

    @Override
    public synchronized void step(String next) {
        long now = clock.millis();
        if (interactive && open) {
            terminal.complain("\n");
        }
        step = next;
        began = now;
        said = now;
        open = interactive;
        terminal.complain(interactive ? next : next + "\n");
    }

    @Override
    public synchronized void done(long done, long all, String unit) {
        long now = clock.millis();
        if (now - said < (interactive ? TERMINAL_PAUSE : PLAIN_PAUSE)) {
            return;
        }
        said = now;
        double seconds = Math.max(0.001, (now - began) / 1000.0);
        StringBuilder line = new StringBuilder(step).append(": ");
        line.append(
                unit.equals("percent")
                        ? done + " percent"
                        : String.format(
                                Locale.ROOT,
                                all > 0 ? "%,d of %,d %s, %,.0f a second" : "%,d %3$s, %4$,.0f a second",
                                done,
                                all,
                                unit,
                                done / seconds));
        if (all > 0 && done > 0 && done < all) {
            line.append(String.format(Locale.ROOT, ", about %,.0f s left", seconds * (all - done) / done));
        }
        if (interactive) {
            terminal.complain("\r" + String.format("%-" + WIDTH + "s", line));
        } else {
            terminal.complain(line + "\n");
        }
    }
}
