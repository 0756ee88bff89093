package io.centerline.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the embedded database while a program uses it. An operating system lets a running server write on into
 * files that were deleted, so somebody has to look whether they are still there. Safe for any number of threads.
 */
public final class DataFolder {

    /** PostgreSQL fills its log in files of 16 MiB and ends when it cannot make the next one. */
    private static final long LEAST_SPACE = 32L << 20;

    /** What is written once, and must stay the same file as long as the data does. */
    private static final List<String> LASTING = List.of("lock", "cluster/PG_VERSION", "cluster/global/pg_control");

    private final Path home;
    private final List<@Nullable Object> identities;

    private DataFolder(Path home) throws IOException {
        this.home = home;
        this.identities = identities(home);
    }

    /**
     * The folder below {@code dataFolder} as it is now, in use by this program.
     *
     * @throws IOException when it holds no database
     */
    public static DataFolder inUse(Path dataFolder) throws IOException {
        return new DataFolder(dataFolder.resolve("postgres").toRealPath());
    }

    static DataFolder ofHome(Path home) throws IOException {
        return new DataFolder(home);
    }

    /** Whether the files are those that the server was started on, neither deleted nor replaced. */
    boolean isThere() {
        try {
            return identities(home).equals(identities);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Why nothing must be kept in the folder now; empty while all is well. */
    public Optional<String> fault() {
        return fault(LEAST_SPACE);
    }

    Optional<String> fault(long leastSpace) {
        if (!isThere()) {
            return Optional.of("the data folder `" + home.getParent()
                    + "` was moved, deleted or replaced while the program used it");
        }
        try {
            long space = Files.getFileStore(home).getUsableSpace();
            return space >= leastSpace
                    ? Optional.empty()
                    : Optional.of("the disk of the data folder `" + home.getParent() + "` is full: " + (space >> 10)
                            + " KiB are free, and the database needs " + (leastSpace >> 10));
        } catch (IOException unreadable) {
            return Optional.of("the data folder `" + home.getParent() + "` cannot be read");
        }
    }

    /** Numbers that the file system gives files for as long as they live; null where it gives none. */
    private static List<@Nullable Object> identities(Path home) throws IOException {
        List<@Nullable Object> keys = new ArrayList<>();
        for (String file : LASTING) {
            keys.add(Files.readAttributes(home.resolve(file), BasicFileAttributes.class)
                    .fileKey());
        }
        return keys;
    }
}
