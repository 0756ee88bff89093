package io.centerline.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One server process on one cluster: start, wait until ready, stop, whoever started it. */
final class Server {

    private static final Logger LOG = Logger.getLogger(Server.class);

    /** A crash recovery reads at most the write-ahead log of one checkpoint, 1 GB; slow disks need minutes for it. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration CHILDREN_LIMIT = Duration.ofSeconds(15);
    /** How long a server may take to heed that it shall stop, and then to stop: supervisors grant programs 10 s in all. */
    private static final Duration HEED_LIMIT = Duration.ofSeconds(2);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(1);
    private static final int PORT_ATTEMPTS = 5;

    private final Path home;
    private final Programs programs;
    private final Launcher launcher;
    private final Cluster cluster;
    private final Path log;
    private volatile @Nullable ProcessHandle started;

    Server(Path home, Programs programs, Launcher launcher, Cluster cluster) {
        this.home = home;
        this.programs = programs;
        this.launcher = launcher;
        this.cluster = cluster;
        this.log = home.resolve("server.log");
    }

    /** Stops a server that a killed program left behind, and voids what is left of a dead one. */
    void clearLeftovers() throws IOException {
        Optional<PidFile> left = PidFile.find(cluster.folder());
        if (left.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> orphan = left.get().server();
        if (orphan.isPresent()) {
            LOG.infof(
                    "stopping the server a killed program left behind (process %d)",
                    orphan.get().pid());
            stop();
        }
        Optional<PidFile> dead = PidFile.find(cluster.folder());
        if (dead.isPresent()) {
            dead.get().declareDead();
        }
    }

    /**
     * Starts the server and returns its port once it accepts connections.
     *
     * @param wanted the port to take; 0 for any free one
     */
    int start(int wanted) throws IOException {
        long children = System.nanoTime() + CHILDREN_LIMIT.toNanos();
        for (int attempt = 1; ; ) {
            int port = wanted == 0 ? freePort() : wanted;
            long from = ServerLog.openedAt(log);
            if (startOn(port)) {
                return port;
            }
            if (ServerLog.mentions(log, from, "is still in use") && System.nanoTime() < children) {
                pause(200); // children of a killed server are still on their way out
            } else if (!ServerLog.mentions(log, from, "could not bind") || ++attempt > PORT_ATTEMPTS) {
                throw new StoreRefused(
                        "the embedded PostgreSQL in `" + home + "` does not start: " + reason(from),
                        "the whole log is in `" + log + "`");
            }
        }
    }

    /** From the server's own log, or pg_ctl's output when the server could not even write one. */
    private String reason(long from) throws IOException {
        boolean logged = Files.exists(log) && Files.size(log) > from;
        return logged ? ServerLog.lastFault(log, from) : ServerLog.lastFault(home.resolve("pg_ctl.log"), 0);
    }

    private boolean startOn(int port) throws IOException {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        settings().forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        // pg_ctl gives the server a session of its own: Ctrl-C in a terminal reaches us, not the server we still need.
        Process starter = launcher.start(
                home,
                home.resolve("pg_ctl.log"),
                programs.program("pg_ctl"),
                List.of(
                        "start",
                        "-D",
                        cluster.folder().toString(),
                        "-l",
                        log.toString(),
                        "-w",
                        "-t",
                        Long.toString(START_LIMIT.toSeconds()),
                        "-o",
                        String.join(" ", options)));
        while (!ready(port)) {
            if (!starter.isAlive() && !ready(port)) {
                return false;
            }
            pause(5);
        }
        started = running().orElse(null);
        return true;
    }

    private boolean ready(int port) throws IOException {
        Optional<PidFile> file = PidFile.find(cluster.folder());
        return file.isPresent() && file.get().saysReadyOn(port);
    }

    /**
     * Stops the server of the cluster, also one that was started here and lost its files; does nothing when none
     * runs.
     */
    void stop() throws IOException {
        if (running().isEmpty()) {
            kill();
        }
        Optional<ProcessHandle> server = running();
        if (server.isEmpty()) {
            return;
        }
        launcher.run(
                home,
                home.resolve("pg_ctl.log"),
                STOP_LIMIT.toSeconds(),
                programs.program("pg_ctl"),
                List.of("stop", "-D", cluster.folder().toString(), "-m", "fast", "-W"));
        if (!stopsByItself()) {
            // It hangs. What it has committed is on disk, and the next start recovers it.
            LOG.warnf(
                    "the embedded PostgreSQL (process %d) does not stop and is killed",
                    server.get().pid());
            kill(server.get());
            long limit = System.nanoTime() + KILL_LIMIT.toNanos();
            while (running().isPresent()) {
                if (System.nanoTime() > limit) {
                    throw new StoreRefused(
                            "the PostgreSQL server on `" + home + "` (process "
                                    + server.get().pid() + ") does not stop",
                            "end that process, then start again");
                }
                pause(20);
            }
        }
    }

    /** Waits for a server that was told to stop; false as soon as it is clear that it hangs. */
    private boolean stopsByItself() throws IOException {
        long told = System.nanoTime();
        while (running().isPresent()) {
            long waited = System.nanoTime() - told;
            boolean heeds =
                    PidFile.find(cluster.folder()).map(PidFile::saysStopping).orElse(true);
            if (waited > (heeds ? STOP_LIMIT : HEED_LIMIT).toNanos()) {
                return false;
            }
            pause(20);
        }
        return true;
    }

    /**
     * Ends the server that was started here, wherever its files are. Its children end with it, before they can answer another
     * question.
     */
    void kill() {
        ProcessHandle process = started;
        if (process != null && process.isAlive()) {
            kill(process);
        }
    }

    private static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Returns the process of the server that runs on the cluster, whoever started it. */
    Optional<ProcessHandle> running() throws IOException {
        return PidFile.find(cluster.folder()).flatMap(PidFile::server);
    }

    /** Durable first; then a quick start and long, cheap commits for one writer on a small machine. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("max_connections", "40");
        settings.put("shared_buffers", "64MB");
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("wal_buffers", "16MB");
        settings.put("max_wal_size", "1GB");
        // Old log files are used again: a new one is filled with zeros while a commit waits, which takes 20 ms.
        settings.put("min_wal_size", "1GB");
        // Written to disk as it comes; else a checkpoint writes it all at once, and commits wait 300 ms behind it.
        settings.put("backend_flush_after", "1MB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("max_logical_replication_workers", "0");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_checkpoints", "off");
        // Details and statements quote rows; the log holds what failed, not whose data it was.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the server", e);
        }
    }
}
