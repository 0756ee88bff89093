package io.centerline.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Keeps a number of connections busy with one request and measures. Bare sockets, so that the client costs little. */
final class LoadClient {

    /**
     * What a run measured.
     *
     * @param perSecond answered requests a second
     * @param micros latency of every request, sorted
     */
    record Result(double perSecond, long[] micros) {
        long percentile(double share) {
            return micros.length == 0 ? 0 : micros[(int) Math.min(micros.length - 1, share * micros.length)];
        }
    }

    private LoadClient() {}

    static Result run(int port, String path, byte[] body, int connections, int seconds, int expectedStatus)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<long[]>> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            clients.add(() -> client(port, path, body, end, expectedStatus));
        }
        long start = System.nanoTime();
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> future : pool.invokeAll(clients)) {
            latencies.add(future.get());
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / elapsed, all);
    }

    private static long[] client(int port, String path, byte[] body, long end, int expectedStatus) throws IOException {
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
            while (System.nanoTime() < end) {
                long sent = System.nanoTime();
                out.write(request);
                int status = answer(in);
                if (status != expectedStatus) {
                    throw new IOException(path + " answered " + status + ", expected " + expectedStatus);
                }
                if (count == micros.length) {
                    micros = Arrays.copyOf(micros, count * 2);
                }
                micros[count++] = (System.nanoTime() - sent) / 1000;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.equalsIgnoreCase("transfer-encoding: chunked");
        }
        for (int chunk = chunked ? 1 : 0; chunk > 0; ) {
            chunk = Integer.parseInt(line(in), 16);
            in.skipNBytes(chunk);
            line(in);
        }
        in.skipNBytes(length);
        return status;
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
