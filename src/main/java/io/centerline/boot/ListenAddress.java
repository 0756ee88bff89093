package io.centerline.boot;

import io.centerline.text.Echo;
import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The address the service listens on. */
final class ListenAddress {
    private static final String HOST = "quarkus.http.host";
    private static final String PORT = "quarkus.http.port";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final int LAST_PORT = 65_535;

    private ListenAddress() {}

    /**
     * Refuses to serve other machines, and to start where the port cannot be had.
     *
     * @throws StartRefused when the address to listen on is not a loopback address, or the port is none or taken
     */
    static void check(Config config) throws StartRefused {
        String host = config.getOptionalValue(HOST, String.class).orElse("127.0.0.1");
        if (!isLoopback(host)) {
            throw new StartRefused(
                    StartRefused.SETTINGS,
                    HOST + " is `" + host
                            + "`, which other machines may reach, and Centerline cannot ask them to sign in yet",
                    "leave " + HOST + " out, or set it to 127.0.0.1, ::1 or localhost");
        }
        int port = port(config.getOptionalValue(PORT, String.class).orElse("8080"));
        // In dev mode the server keeps its port while the program behind it starts again.
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            requireFree(host, port);
        }
    }

    private static int port(String text) throws StartRefused {
        int port = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : LAST_PORT + 1;
        if (port > LAST_PORT) {
            throw new StartRefused(
                    StartRefused.SETTINGS,
                    PORT + " is " + Echo.of(text) + ", which is no port from 0 to " + LAST_PORT,
                    "leave " + PORT + " out for 8080, or set it to 0 for any free port");
        }
        return port;
    }

    private static void requireFree(String host, int port) throws StartRefused {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new StartRefused(
                    StartRefused.SETTINGS,
                    "port " + port + " of " + host + " cannot be listened on: " + taken.getMessage(),
                    "stop the program that has it, or set another port with " + PORT + " or QUARKUS_HTTP_PORT");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return !host.isBlank()
                    && Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException nobody) {
            return false;
        }
    }
}
