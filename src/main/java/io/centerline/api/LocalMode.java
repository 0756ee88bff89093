package io.centerline.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The only mode there is so far: without sign-in, for this machine alone. */
public final class LocalMode {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{0,5}$");
    private static final String HOST = "quarkus.http.host";

    private LocalMode() {}

    /**
     * Refuses to serve other machines.
     *
     * @throws StartRefused when the address to listen on is not a loopback address
     */
    public static void check(Config config) throws StartRefused {
        String host = config.getOptionalValue(HOST, String.class).orElse("127.0.0.1");
        if (!isLoopback(host)) {
            throw new StartRefused(
                    StartRefused.SETTINGS,
                    HOST + " is `" + host
                            + "`, which other machines may reach, and Centerline cannot ask them to sign in yet",
                    "leave " + HOST + " out, or set it to 127.0.0.1, ::1 or localhost");
        }
    }

    /** Whether a {@code Host} header, with or without port, names this machine. */
    static boolean names(String host) {
        return NAMES.contains(PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT));
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
