package io.centerline.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.eclipse.microprofile.config.Config;

/** The address the service listens on. */
final class ListenAddress {
    private static final String HOST = "quarkus.http.host";

    private ListenAddress() {}

    /**
     * Refuses to serve other machines.
     *
     * @throws StartRefused when the address to listen on is not a loopback address
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
