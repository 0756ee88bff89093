package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * In local mode answers only requests that name this machine, so that a web page elsewhere cannot reach the service
 * through a name it controls.
 */
final class LocalGuard {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    LocalGuard() {}

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response check(HttpServerRequest request) {
        String host = request.getHeader("Host");
        if (host == null || NAMES.contains(withoutPort(host).toLowerCase(Locale.ROOT))) {
            return null;
        }
        return Problem.of(Kind.WRONG_HOST, "the header `Host` must name localhost, 127.0.0.1 or [::1]")
                .response();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
