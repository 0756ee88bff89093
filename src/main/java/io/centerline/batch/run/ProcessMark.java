package io.centerline.batch.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process runs something.
 *
 * @param pid its number
 * @param machine where the number means that process: the start of the kernel and the namespace; empty where neither is known
 */
public record ProcessMark(long pid, String machine) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path SPACE = Path.of("/proc/self/ns/pid");

    /** The process that asks. */
    static ProcessMark own() {
        return new ProcessMark(ProcessHandle.current().pid(), here());
    }

    /** Whether the process has ended; false also where that cannot be known, such as from another container. */
    public boolean isGone() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return machine.equals(here()) && (process.isEmpty() || !process.get().isAlive());
    }

    private static String here() {
        try {
            return Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(SPACE);
        } catch (IOException | UnsupportedOperationException unknown) {
            return "";
        }
    }
}
