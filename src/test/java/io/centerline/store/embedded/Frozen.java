package io.centerline.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processes that live and do nothing, as on a machine that hangs, until this is closed. */
public final class Frozen implements AutoCloseable {
    private final List<Long> processes;

    private Frozen(List<Long> processes) throws IOException {
        this.processes = processes;
        send("-STOP");
    }

    /** Freezes the database server that runs below a data folder, with all its processes. */
    public static Frozen server(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        long first = Long.parseLong(Files.readAllLines(file).get(0).strip());
        return new Frozen(Stream.concat(
                        Stream.of(first),
                        ProcessHandle.of(first).orElseThrow().descendants().map(ProcessHandle::pid))
                .toList());
    }

    /** Freezes one process. */
    public static Frozen process(long process) throws IOException {
        return new Frozen(List.of(process));
    }

    private void send(String signal) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(Long.toString(process)));
        try {
            // One that ended by itself is no fault.
            new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        send("-CONT");
    }
}
