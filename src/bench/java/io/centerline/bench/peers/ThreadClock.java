package io.centerline.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Processor time of this process in nanoseconds, from Linux's {@code /proc}: programs beside it change it less than the time
 * of day. What a thread used between two readings is lost when it ends between them. Not for several threads.
 */
final class ThreadClock {
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final Pattern COMPILER = Pattern.compile("C[12] Comp");

    private final Map<Path, Long> working = new HashMap<>();
    private final Map<Path, Long> compiling = new HashMap<>();

    /** What all threads but the compilers have used. */
    long working() {
        read();
        return sum(working);
    }

    /** What the just-in-time compilers have used. */
    long compiling() {
        read();
        return sum(compiling);
    }

    private void read() {
        try (Stream<Path> threads = Files.list(THREADS)) {
            threads.forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("this benchmark reads processor time from Linux's /proc", e);
        }
    }

    private void read(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm"));
            String used = Files.readString(thread.resolve("schedstat"));
            Map<Path, Long> kind = COMPILER.matcher(name).lookingAt() ? compiling : working;
            kind.merge(thread, Long.parseLong(used.substring(0, used.indexOf(' '))), Math::max);
        } catch (IOException ended) {
            // What it used until the last reading still counts.
        }
    }

    private static long sum(Map<Path, Long> used) {
        return used.values().stream().mapToLong(Long::longValue).sum();
    }
}
