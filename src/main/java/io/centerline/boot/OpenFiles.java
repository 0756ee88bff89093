package io.centerline.boot;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files and connections the operating system lets the program have open at once. */
final class OpenFiles {
    /** The program's own, and some for callers. */
    private static final long LEAST = 512;

    private OpenFiles() {}

    /**
     * Refuses to start where the program would soon be unable to open its own files.
     *
     * @throws StartRefused when the limit is too low
     */
    static void check() throws StartRefused {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            check(unix.getMaxFileDescriptorCount());
        }
    }

    static void check(long most) throws StartRefused {
        if (most < LEAST) {
            throw new StartRefused(
                    StartRefused.SETTINGS,
                    "the program may have only " + most + " files open at once, and needs " + LEAST,
                    "raise the limit of the operating system, for example with `ulimit -n 4096`");
        }
    }
}
