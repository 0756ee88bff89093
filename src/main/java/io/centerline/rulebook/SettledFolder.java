package io.centerline.rulebook;

import io.centerline.rulebook.language.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches a rule folder and takes it only when it has settled: read twice with the quiet time between, and the same both
 * times. So a file that an editor is still writing, or has taken away to put a new one in its place, is not taken.
 *
 * <p>Compares what the files say, never their timestamps, and measures time with a ticker that only runs forward, so a
 * clock that is set does not matter. Not thread-safe.
 */
public final class SettledFolder {
    private final Supplier<FolderReading> read;
    private final long quietNanos;
    private final LongSupplier ticker;
    private @Nullable FolderReading latest;
    private @Nullable FolderReading given;
    private long since;

    /** Watches a folder. */
    public SettledFolder(Path folder, SourceLimits limits, Duration quiet) {
        this(() -> FolderReading.of(folder, limits), quiet, System::nanoTime);
    }

    SettledFolder(Supplier<FolderReading> read, Duration quiet, LongSupplier ticker) {
        this.read = read;
        this.quietNanos = quiet.toNanos();
        this.ticker = ticker;
    }

    /** Takes a reading for what was given last, so that only what differs from it counts as a change. */
    public void assume(FolderReading reading) {
        latest = reading;
        given = reading;
        since = ticker.getAsLong();
    }

    /** Gives what lies in the folder once more, as if nothing had been given. */
    public void assumeNothing() {
        given = null;
    }

    /**
     * Reads the folder once. The answer is there when the folder has been the same for the quiet time and differs from
     * what the last answer gave; a folder that cannot be read settles like any other.
     */
    public Optional<FolderReading> poll() {
        FolderReading now = read.get();
        long tick = ticker.getAsLong();
        if (!now.equals(latest)) {
            latest = now;
            since = tick;
            return Optional.empty();
        }
        if (tick - since < quietNanos || now.equals(given)) {
            return Optional.empty();
        }
        given = now;
        return Optional.of(now);
    }

    /** Reads the folder once more and tells whether it still is what was given last. */
    public boolean isAsGiven() {
        return read.get().equals(given);
    }

    /** Whether the last reading has not yet settled or not yet been given, so that it is worth polling again soon. */
    public boolean isRestless() {
        return !Objects.equals(latest, given);
    }

    /**
     * Waits for the folder to settle and gives it, also when it was given before.
     *
     * @param patience how long to wait; a folder that has not come to rest by then is given as unreadable
     */
    public FolderReading await(Duration patience) throws InterruptedException {
        assumeNothing();
        long start = ticker.getAsLong();
        while (true) {
            Optional<FolderReading> settled = poll();
            if (settled.isPresent()) {
                return settled.get();
            }
            if (ticker.getAsLong() - start > patience.toNanos()) {
                return new FolderReading.Unreadable(List.of(new Finding(
                        SourceCollector.WHOLE,
                        1,
                        "the rule folder keeps changing while it is read",
                        "wait until everything is saved",
                        "")));
            }
            Thread.sleep(Math.max(1, quietNanos / 4_000_000));
        }
    }
}
