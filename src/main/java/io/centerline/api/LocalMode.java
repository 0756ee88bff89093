package io.centerline.api;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The only mode there is so far: without sign-in, for this machine alone. */
final class LocalMode {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{0,5}$");

    private LocalMode() {}

    /** Whether a {@code Host} header, with or without port, names this machine. */
    static boolean names(String host) {
        return NAMES.contains(PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT));
    }
}
