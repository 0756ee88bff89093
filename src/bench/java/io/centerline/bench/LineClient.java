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
    private static final byte[] NUMBER = "{\"line\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STATUS = ",\"status\":".getBytes(StandardCharsets.US_ASCII);

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
    private final byte[] head = new byte[32];
    private int column;

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
                refused += isRefusal() ? 1 : 0;
                column = 0;
            } else if (column < head.length) {
                head[column++] = bytes[i];
            }
        }
    }

    /** Whether the line is {@code {"line":3,"problem":…}}, or has the status of a refusal behind its number. */
    private boolean isRefusal() {
        if (column < head.length || !Arrays.equals(head, 0, NUMBER.length, NUMBER, 0, NUMBER.length)) {
            return false;
        }
        int at = NUMBER.length;
        while (head[at] >= '0' && head[at] <= '9' && at < head.length - STATUS.length - 1) {
            at++;
        }
        boolean status = Arrays.equals(head, at, at + STATUS.length, STATUS, 0, STATUS.length);
        return !status || head[at + STATUS.length] != '2';
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
