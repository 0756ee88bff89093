package io.centerline.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a folder for one living program: a lock of the operating system, so it ends with the program, however that ends. */
final class FolderLock implements AutoCloseable {

    /**
     * The folders this process holds. Static because the thing it mirrors is: POSIX drops a process's lock as soon as
     * any of its channels on that file is closed, so a second attempt must not even open the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** The byte that is locked lies far behind the text, which stays readable where locks are mandatory (Windows). */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder, or refuses and names who has it. */
    static FolderLock take(Path folder) throws IOException {
        if (!HELD.add(folder)) {
            throw refused(folder, Long.toString(ProcessHandle.current().pid()));
        }
        boolean taken = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw refused(folder, read(channel));
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            taken = true;
            return new FolderLock(folder, channel);
        } finally {
            if (!taken) {
                HELD.remove(folder);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static StoreRefused refused(Path folder, String pid) {
        return new StoreRefused(
                "data folder `" + folder.getParent() + "` is in use by another Centerline (process " + pid + ")",
                "stop that one, or give this one another folder with CENTERLINE_DATA_DIR");
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.matches("[0-9]+") ? pid : "unknown";
    }

    private static void write(FileChannel channel, String pid) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(folder);
    }
}
