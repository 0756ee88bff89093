package io.centerline.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL server says of itself in {@code postmaster.pid}: line 1 is its process, line 4 its port, line 7 its
 * shared memory, line 8 its state.
 */
record PidFile(Path cluster, List<String> lines) {

    /** No system numbers a process so high; a file that names it is a dead server's. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

    PidFile {
        lines = List.copyOf(lines);
    }

    static Optional<PidFile> find(Path cluster) throws IOException {
        try {
            return Optional.of(new PidFile(cluster, Files.readAllLines(file(cluster), StandardCharsets.UTF_8)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** The server's process while it lives and really is a PostgreSQL server on this folder. */
    Optional<ProcessHandle> server() {
        String pid = line(1);
        if (!pid.matches("[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(this::isServerHere);
    }

    boolean saysReadyOn(int port) {
        return line(4).equals(Integer.toString(port)) && line(8).equals("ready");
    }

    boolean saysStopping() {
        return line(8).equals("stopping");
    }

    /**
     * Makes the file say that its server is gone, so that the next server does not take a stranger's process of the same
     * number for it. The line on shared memory stays: by it PostgreSQL notices surviving children of the dead server.
     */
    void declareDead() throws IOException {
        List<String> dead = new ArrayList<>(lines.subList(0, Math.min(7, lines.size())));
        if (dead.isEmpty()) {
            Files.delete(file(cluster));
            return;
        }
        dead.set(0, NO_PROCESS);
        Path replacement = cluster.resolve("postmaster.pid.dead");
        Files.write(replacement, dead, StandardCharsets.UTF_8);
        Files.move(replacement, file(cluster), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean isServerHere(ProcessHandle process) {
        if (!Machine.LINUX) {
            // No portable way to ask for a process's folder: a server program is trusted to be the one named here.
            return process.info().command().map(c -> c.contains("postgres")).orElse(false);
        }
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            // A server works in its data folder and names it on its command line; a zombie has neither.
            String[] command = Files.readString(proc.resolve("cmdline"), StandardCharsets.UTF_8)
                    .split("\0", -1);
            boolean postgres = Path.of(command[0]).endsWith("postgres");
            return postgres && (List.of(command).contains(cluster.toString()) || worksIn(proc));
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean worksIn(Path proc) {
        try {
            return Files.isSameFile(proc.resolve("cwd"), cluster);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private String line(int number) {
        return lines.size() < number ? "" : lines.get(number - 1).strip();
    }
}
