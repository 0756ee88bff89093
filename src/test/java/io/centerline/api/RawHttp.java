package io.centerline.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says anything at all to a server and hears what comes back. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int PATIENCE_WHEN_CLOSED_MILLIS = 20_000;

    private RawHttp() {}

    /** What came back: the status line, the headers and the body; all empty when the server just hung up. */
    record Answer(String text) {
        int status() {
            return text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        /** The values of a header. */
        List<String> header(String name) {
            return text.split("\r\n\r\n", 2)[0]
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        boolean isProblem() {
            return text.toLowerCase(java.util.Locale.ROOT).contains("content-type: application/problem+json")
                    && text.contains("\"type\":\"/problems/");
        }
    }

    /** Sends and reads until the server hangs up; without {@code Connection: close} that takes a while. */
    static Answer send(int port, byte[] request) throws IOException {
        return send(port, request, PATIENCE_MILLIS);
    }

    static Answer send(int port, byte[] request, int patienceMillis) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(patienceMillis);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException hungUp) {
                // What the server said before is still to be read.
            }
            return new Answer(new String(read(socket.getInputStream()), StandardCharsets.ISO_8859_1));
        }
    }

    static Answer send(int port, String request) throws IOException {
        return send(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A request line with the headers every request needs, and one chance to be answered. */
    static Answer get(int port, String target, String... headers) throws IOException {
        String more = headers.length == 0 ? "Host: localhost\r\n" : String.join("\r\n", headers) + "\r\n";
        String request = "GET " + target + " HTTP/1.1\r\n" + more + "Connection: close\r\n\r\n";
        return send(port, request.getBytes(StandardCharsets.ISO_8859_1), PATIENCE_WHEN_CLOSED_MILLIS);
    }

    private static byte[] read(InputStream stream) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            stream.transferTo(answer);
        } catch (SocketTimeoutException silent) {
            // The server keeps the connection.
        } catch (IOException hungUp) {
            // So be it.
        }
        return answer.toByteArray();
    }
}
