package io.centerline.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Sends many lines on one connection while it takes the answers. A bare socket, so that the client costs little. */
final class LineClient {
    private static final byte[] REFUSAL = "{\"line\":".getBytes(StandardCharsets.US_ASCII);

    /**
     * What came back.
     *
     * @param seconds from the first byte sent to the last received
     * @param lines the lines answered
     * @param refused those of them that are refusals
     */
    record Result(double seconds, int lines, int refused) {}

    private int lines;
    private int refused;
    private int column;
    private boolean alike = true;

    private LineClient() {}

    static Result send(int port, String path, byte[] body) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        LineClient client = new LineClient();
        long begun = System.nanoTime();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                try {
                    out.write(head.getBytes(StandardCharsets.US_ASCII));
                    out.write(body);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
            client.take(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            sent.join();
        }
        return new Result((System.nanoTime() - begun) / 1e9, client.lines, client.refused);
    }

    private void take(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200 ")) {
            throw new IOException("answered " + status);
        }
        while (!line(in).isEmpty()) {
            // The headers tell nothing that matters here: a batch is always sent in chunks.
        }
        byte[] chunk = new byte[1 << 16];
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            chunk = size > chunk.length ? Arrays.copyOf(chunk, size) : chunk;
            if (in.readNBytes(chunk, 0, size) < size) {
                throw new IOException("the answer was cut");
            }
            count(chunk, size);
            line(in);
        }
    }

    private void count(byte[] bytes, int size) {
        for (int i = 0; i < size; i++) {
            if (bytes[i] == '\n') {
                lines++;
                column = 0;
                alike = true;
            } else if (column < REFUSAL.length) {
                alike &= bytes[i] == REFUSAL[column++];
                refused += alike && column == REFUSAL.length ? 1 : 0;
            }
        }
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
