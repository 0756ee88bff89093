package io.centerline.batch.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in a file how far a run is, written every second while it runs, so that a file that gets old tells of a process that is
 * stuck or gone. Tells another one as well. Safe for any number of threads.
 */
final class ProgressFile implements RunProgress {
    private static final long PATIENCE = 10;

    private final Path file;
    private final RunProgress other;
    private final ProcessMark process = ProcessMark.own();
    private @Nullable ScheduledExecutorService writer;
    private String step = "starting";
    private long done;
    private long all;
    private String unit = "";
    private long since = System.nanoTime();

    /** Nothing is written before {@link #begin}. */
    ProgressFile(Path file, RunProgress other) {
        this.file = file;
        this.other = other;
    }

    @Override
    public void step(String next) {
        synchronized (this) {
            step = next;
            done = 0;
            all = 0;
            unit = "";
            since = System.nanoTime();
        }
        other.step(next);
    }

    @Override
    public void done(long now, long of, String what) {
        synchronized (this) {
            done = now;
            all = of;
            unit = what;
        }
        other.done(now, of, what);
    }

    /** Writes the file from now on; its folder exists. */
    void begin() {
        write(true);
        ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress of the run");
            thread.setDaemon(true);
            return thread;
        });
        begun.scheduleWithFixedDelay(() -> write(true), 1, 1, TimeUnit.SECONDS);
        writer = begun;
    }

    /** Writes the file a last time. */
    void end() {
        ScheduledExecutorService begun = writer;
        if (begun == null) {
            return;
        }
        begun.shutdown();
        try {
            begun.awaitTermination(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        write(false);
    }

    private synchronized RunPace pace(boolean working) {
        return new RunPace(
                step, done, all, unit, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since), working, process);
    }

    private void write(boolean working) {
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.write(aside, pace(working).json());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritten) {
            // The run does not need the file; whoever reads it sees that it is old.
        }
    }
}
