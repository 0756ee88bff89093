package io.centerline.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Keeps a number of connections busy with one request and measures. Bare sockets, so that the client costs little. */
public final class LoadClient {

    /**
     * What a run measured.
     *
     * @param perSecond answered requests a second
     * @param micros latency of every request, sorted
     */
    public record Result(double perSecond, long[] micros) {
        /** The latency that this share of the requests did not exceed. */
        public long percentile(double share) {
            return micros.length == 0 ? 0 : micros[(int) Math.min(micros.length - 1, share * micros.length)];
        }
    }

    private LoadClient() {}

    /** Each connection sends as soon as it is answered. */
    public static Result run(int port, String path, byte[] body, int connections, int seconds, int expectedStatus)
            throws Exception {
        return run(port, path, body, connections, seconds, expectedStatus, 0);
    }

    /** Each connection asks for the proof of every decision it has recorded, and the time of both counts as one. */
    public static Result proving(int port, String path, byte[] body, int connections, int seconds) throws Exception {
        return run(port, path, body, connections, seconds, 201, 0, true);
    }

    /**
     * The connections together send so many requests a second. Latency counts from when a request was due, so that a late
     * answer is not forgiven the requests it held up.
     */
    static Result run(
            int port, String path, byte[] body, int connections, int seconds, int expectedStatus, double perSecond)
            throws Exception {
        return run(port, path, body, connections, seconds, expectedStatus, perSecond, false);
    }

    private static Result run(
            int port,
            String path,
            byte[] body,
            int connections,
            int seconds,
            int expectedStatus,
            double perSecond,
            boolean proving)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long interval = perSecond > 0 ? (long) (1e9 * connections / perSecond) : 0;
        List<Callable<long[]>> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Pace pace = new Pace(start + i * interval / connections, interval, end);
            clients.add(() -> client(port, path, body, pace, expectedStatus, proving));
        }
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> future : pool.invokeAll(clients)) {
            latencies.add(future.get());
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / elapsed, all);
    }

    /**
     * When a connection sends.
     *
     * @param first when its first request is due, in nanoseconds
     * @param interval between two; 0 to send at once
     * @param end when to stop
     */
    private record Pace(long first, long interval, long end) {
        long due(int request) throws InterruptedException {
            if (interval == 0) {
                return System.nanoTime();
            }
            long due = first + request * interval;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            return due;
        }
    }

    private static long[] client(int port, String path, byte[] body, Pace pace, int expectedStatus, boolean proving)
            throws IOException, InterruptedException {
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        long[] micros = new long[1024];
        int count = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 65536);
            while (System.nanoTime() < pace.end()) {
                long sent = pace.due(count);
                out.write(request);
                Answer answer = answer(in);
                expect(expectedStatus, answer, path);
                if (proving) {
                    String proof = URI.create(answer.location()).getPath() + "/proof";
                    out.write(("GET " + proof + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    expect(200, answer(in), proof);
                }
                if (count == micros.length) {
                    micros = Arrays.copyOf(micros, count * 2);
                }
                micros[count++] = (System.nanoTime() - sent) / 1000;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private record Answer(int status, String location) {}

    private static void expect(int status, Answer answer, String path) throws IOException {
        if (answer.status() != status) {
            throw new IOException(path + " answered " + answer.status() + ", expected " + status);
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        String location = "";
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            if (header.toLowerCase(Locale.ROOT).startsWith("location:")) {
                location = header.substring(9).strip();
            }
            chunked |= header.equalsIgnoreCase("transfer-encoding: chunked");
        }
        for (int chunk = chunked ? 1 : 0; chunk > 0; ) {
            chunk = Integer.parseInt(line(in), 16);
            in.skipNBytes(chunk);
            line(in);
        }
        in.skipNBytes(length);
        return new Answer(status, location);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
