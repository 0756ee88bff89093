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
 * The folder of the embedded database while a program uses it. A running server goes on writing to deleted files, so
 * this class checks that they are still there. Safe for any number of threads.
 */
public final class DataFolder {

    /** PostgreSQL fills its log in files of 16 MiB and ends when it cannot make the next one. */
    private static final long LEAST_SPACE = 32L << 20;

    /** Files that are never replaced while the data exists. */
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

    /** Why the folder must not be written to now; empty while nothing is wrong. */
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

    /** The keys by which the file system identifies these files; null where it has none. */
    private static List<@Nullable Object> identities(Path home) throws IOException {
        List<@Nullable Object> keys = new ArrayList<>();
        for (String file : LASTING) {
            keys.add(Files.readAttributes(home.resolve(file), BasicFileAttributes.class)
                    .fileKey());
        }
        return keys;
    }
}
