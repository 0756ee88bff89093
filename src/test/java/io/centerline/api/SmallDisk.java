package io.centerline.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a test's own that can be full. Only root on Linux may have one, and not in every container. */
final class SmallDisk {
    private static final String WIDE = "8g";
    private static final int ATTEMPTS = 50;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts it on a new folder; without the right to do so the folder stays on the disk it is on. */
    static boolean mount(Path folder) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        try {
            run("mount", "-t", "tmpfs", "-o", "size=" + WIDE, "centerline-test", folder.toString());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The one that was mounted on a folder. */
    static SmallDisk on(Path folder) {
        return new SmallDisk(folder);
    }

    /** Leaves no room, whatever is written meanwhile. */
    void fill() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            FileStore store = Files.getFileStore(folder);
            long used = store.getTotalSpace() - store.getUnallocatedSpace();
            try {
                resize(Long.toString(used));
                return;
            } catch (IOException grownMeanwhile) {
                if (attempt == ATTEMPTS) {
                    throw grownMeanwhile;
                }
            }
        }
    }

    /** Gives room again. */
    void widen() throws IOException, InterruptedException {
        resize(WIDE);
    }

    private void resize(String size) throws IOException, InterruptedException {
        run("mount", "-o", "remount,size=" + size, folder.toString());
    }

    /** Takes it away, with what is on it. */
    void unmount() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }
}
