package io.centerline.boot;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Ends the program in good order when the process that started it is gone, or was told to end and waits for the program.
 * {@code mvn quarkus:run} asks for it: whoever ends Maven means the service, which Maven tells nothing.
 */
final class ParentWatch {
    private static final String SETTING = "centerline.stop.with.parent";
    private static final long PAUSE_MILLIS = 500;

    /** Threads of a Java program that was told to end, as Linux shows them. Elsewhere only its end is noticed. */
    private static final Set<String> LAST_THREADS = Set.of("SIGTERM handler", "SIGINT handler", "SIGHUP handler");

    private ParentWatch() {}

    /** Begins to watch when the settings ask for it. */
    static void startIfAsked(Config config) {
        if (config.getOptionalValue(SETTING, Boolean.class).orElse(false)) {
            ProcessHandle.current().parent().ifPresent(ParentWatch::start);
        }
    }

    private static void start(ProcessHandle parent) {
        Thread thread = new Thread(() -> await(parent), "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void await(ProcessHandle parent) {
        try {
            while (parent.isAlive() && !isToldToEnd(parent)) {
                Thread.sleep(PAUSE_MILLIS);
            }
            System.exit(0);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isToldToEnd(ProcessHandle parent) {
        Path tasks = Path.of("/proc", Long.toString(parent.pid()), "task");
        if (!Files.isDirectory(tasks)) {
            return false;
        }
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                if (LAST_THREADS.contains(
                        Files.readString(thread.resolve("comm")).strip())) {
                    return true;
                }
            }
            return false;
        } catch (IOException threadOrParentGone) {
            // The next look sees which.
            return false;
        }
    }
}
