package io.centerline.store.embedded;

import io.quarkus.runtime.Application;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL server of our own, for a laptop and for tests: it keeps its data below a folder, listens on a free port
 * of the loopback address only, asks for a password that lies beside the data, is started again when it dies, and loses
 * nothing it has committed.
 *
 * <p>One living program per folder. A server left behind by a killed program is stopped and its data taken over. Closing
 * stops the server and may be repeated; the class is safe for use by several threads.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedStore.class);
    private static final long LOOK_PAUSE_MILLIS = 100;
    private static final long RESTART_PAUSE_MILLIS = 1_000;

    /** Requests get 5 s to end and every part of the program 5 s to stop; who waits longer waits for something that hangs. */
    private static final Duration LONGEST_STOP = Duration.ofMinutes(2);

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final FolderLock lock;
    private final Server server;
    private final Cluster cluster;
    private final DataFolder folder;
    private final int port;
    private volatile boolean closed;

    /** The setting that tells the application that the store is its own: no other program has access to it. */
    public static final String EMBEDDED = "centerline.store.embedded";

    private EmbeddedStore(FolderLock lock, Server server, Cluster cluster, DataFolder folder, int port) {
        this.lock = lock;
        this.server = server;
        this.cluster = cluster;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts the server on {@code dataFolder/postgres}, creating what is missing.
     *
     * @throws StoreRefused when the folder is in use, foreign, not writable, of another version, or the server fails
     */
    public static EmbeddedStore start(Path dataFolder) {
        return start(dataFolder, dataFolder.resolve("postgres"), 0, Launcher::forThisUser);
    }

    /**
     * Starts the server unless {@code config} names a database, and makes its address the program's datasource.
     *
     * <p>To be called before Quarkus starts, and by nothing that does not serve. The server stops after the application
     * when the program ends.
     *
     * @param config all settings as Quarkus will read them
     * @param settings where Quarkus will look for the address: the system's properties
     * @return whether a server was started
     * @throws StoreRefused as {@link #start(Path)}
     */
    public static boolean startIfNeeded(Config config, Properties settings) {
        if (!isNeeded(config)) {
            return false;
        }
        EmbeddedStore store = start(dataFolder(config));
        Runtime.getRuntime().addShutdownHook(new Thread(store::closeAfterApplication, "embedded-store-stop"));
        settings.setProperty("quarkus.datasource.jdbc.url", store.jdbcUrl());
        settings.setProperty("quarkus.datasource.username", store.user());
        settings.setProperty("quarkus.datasource.password", store.password());
        settings.setProperty(EMBEDDED, "true");
        return true;
    }

    /** Whether a start would make a new and empty store, so that nothing can have been kept before. */
    public static boolean isYetToBeMade(Config config) {
        return isNeeded(config) && Files.notExists(dataFolder(config).resolve("postgres"));
    }

    private static boolean isNeeded(Config config) {
        return config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .isEmpty();
    }

    private static Path dataFolder(Config config) {
        return Path.of(
                config.getOptionalValue("centerline.data.dir", String.class).orElse("data"));
    }

    /**
     * Shutdown hooks run side by side, and the application may be stopping already or still starting. It needs its database
     * until its last observer is done: the journal is drained and the log signed.
     */
    private void closeAfterApplication() {
        Application application = Application.currentApplication();
        if (application != null && !endsWithin(LONGEST_STOP, application::awaitShutdown)) {
            LOG.warnf(
                    "the application did not stop within %d s, its database is stopped now", LONGEST_STOP.toSeconds());
        }
        close();
    }

    /** Runs a task in a thread of its own and waits for its end, but not for ever. */
    static boolean endsWithin(Duration limit, Runnable task) {
        Thread thread = new Thread(task, "embedded-store-wait");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(limit.toMillis());
            return !thread.isAlive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As {@link #start(Path)}, with programs unpacked below a folder to be shared, on a port (0 for any free one). */
    static EmbeddedStore start(Path dataFolder, Path programsFolder, int port, Supplier<Launcher> launcher) {
        try {
            Path home = privateFolder(dataFolder);
            FolderLock lock = FolderLock.take(home);
            boolean started = false;
            try {
                Path programs = Files.createDirectories(programsFolder).toRealPath();
                EmbeddedStore store = start(lock, home, programs, port, launcher.get());
                started = true;
                return store;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new StoreRefused(
                    "cannot use data folder `" + dataFolder.toAbsolutePath() + "`: " + reason(e),
                    "give a folder this user can write with CENTERLINE_DATA_DIR",
                    e);
        }
    }

    private static EmbeddedStore start(
            FolderLock lock, Path home, Path programsFolder, int wantedPort, Launcher launcher) throws IOException {
        long begun = System.nanoTime();
        Programs programs = Programs.unpackedBelow(programsFolder);
        Cluster cluster = Cluster.openOrCreate(home, programs, launcher);
        Server server = new Server(home, programs, launcher, cluster);
        server.clearLeftovers();
        int port = server.start(wantedPort);
        LOG.infof(
                "embedded PostgreSQL ready on 127.0.0.1:%d after %d ms", port, (System.nanoTime() - begun) / 1_000_000);
        EmbeddedStore store = new EmbeddedStore(lock, server, cluster, DataFolder.ofHome(home), port);
        store.watch();
        return store;
    }

    /**
     * Watches the server. When it dies, for example out of memory, it is started again. When its files are gone it is
     * stopped at once, because its commits would be lost.
     */
    private void watch() {
        Thread watcher = new Thread(this::look, "embedded-store-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void look() {
        boolean there = true;
        String told = "";
        while (!closed) {
            try {
                boolean before = there;
                there = folder.isThere();
                if (!there) {
                    server.kill();
                    if (before) {
                        LOG.errorf(
                                "the embedded PostgreSQL was ended: %s",
                                folder.fault().orElse("its folder is back"));
                    }
                } else if (server.running().isEmpty()) {
                    restart(told.isEmpty());
                    told = "";
                }
                pause(LOOK_PAUSE_MILLIS);
            } catch (IOException | StoreRefused e) {
                // Tried again every second, and told once for each reason.
                String reason = String.valueOf(e.getMessage());
                if (!reason.equals(told)) {
                    LOG.errorf("the embedded PostgreSQL is away, trying again every second: %s", reason);
                }
                told = reason;
                pause(RESTART_PAUSE_MILLIS);
            }
        }
    }

    private synchronized void restart(boolean isFirst) throws IOException {
        if (!closed && server.running().isEmpty()) {
            if (isFirst) {
                LOG.warn("the embedded PostgreSQL ended unexpectedly, starting it again");
            }
            server.clearLeftovers();
            server.start(port);
            LOG.info("the embedded PostgreSQL runs again");
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path privateFolder(Path dataFolder) throws IOException {
        Path home = Files.createDirectories(dataFolder).toRealPath().resolve("postgres");
        if (Machine.WINDOWS) {
            return Files.createDirectories(home);
        }
        if (!Files.isDirectory(home)) {
            Files.createDirectory(home, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        if (!Files.getPosixFilePermissions(home).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(home, OWNER_ONLY);
        }
        return home;
    }

    private static String reason(IOException e) {
        String where = e instanceof FileSystemException f && f.getFile() != null ? " (`" + f.getFile() + "`)" : "";
        if (e instanceof AccessDeniedException) {
            return "permission denied" + where;
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "a file stands where a folder is needed" + where;
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason() + where;
        }
        return e.getMessage() + where;
    }

    /** Returns the JDBC address, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Returns the role to connect as. */
    public String user() {
        return Cluster.ROLE;
    }

    /** Returns the role's password. */
    public String password() {
        return cluster.password();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            try {
                server.stop();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            // The server may go on; the next start stops it.
            LOG.warnf("the embedded PostgreSQL did not stop: %s", e.getMessage());
        }
    }
}
