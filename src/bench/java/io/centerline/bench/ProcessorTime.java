package io.centerline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much processor time processes have used, from Linux's {@code /proc}: throughput on a shared machine misleads. */
final class ProcessorTime {
    /** The kernel reports in hundredths of a second. */
    private static final long MICROS_PER_TICK = 10_000;

    // Positions after the name in parentheses, which may hold blanks (proc_pid_stat(5)).
    private static final int PARENT = 1;
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    private ProcessorTime() {}

    /** Microseconds a process has used, without its children. */
    static long ofProcess(long pid) throws IOException {
        List<String> fields = fields(Path.of("/proc", Long.toString(pid)));
        return (ticks(fields, UTIME) + ticks(fields, STIME)) * MICROS_PER_TICK;
    }

    /** Microseconds a process has used with its children, living and gone. */
    static long ofFamily(long pid) throws IOException {
        List<String> parent = fields(Path.of("/proc", Long.toString(pid)));
        long sum = ticks(parent, UTIME) + ticks(parent, STIME) + ticks(parent, CUTIME) + ticks(parent, CSTIME);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : (Iterable<Path>) processes.filter(ProcessorTime::isProcess)::iterator) {
                sum += ofChild(process, pid);
            }
        }
        return sum * MICROS_PER_TICK;
    }

    private static boolean isProcess(Path path) {
        return Character.isDigit(path.getFileName().toString().charAt(0));
    }

    private static long ofChild(Path process, long parent) {
        try {
            List<String> fields = fields(process);
            return ticks(fields, PARENT) == parent ? ticks(fields, UTIME) + ticks(fields, STIME) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long ticks(List<String> fields, int position) {
        return Long.parseLong(fields.get(position));
    }

    private static List<String> fields(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        return List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1));
    }
}
