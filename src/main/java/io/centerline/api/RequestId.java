package io.centerline.api;

import io.centerline.text.Echo;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The id of a request, by which callers and the log name it: the caller's own, where the header is well formed, or a new one. Every
 * answer carries it, and every line that is logged on behalf of the request.
 */
final class RequestId {
    static final String HEADER = "X-Request-Id";

    /** What {@code quarkus.log.console.format} shows. */
    private static final String LOGGED = "request";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:@/+=-]{1,128}");

    private RequestId() {}

    /** Gives a request its id, once. */
    static void begin(RoutingContext context) {
        if (!context.response().headers().contains(HEADER)) {
            String id = of(context.request().headers().getAll(HEADER));
            context.response().putHeader(HEADER, id);
            MDC.put(LOGGED, " request=" + id);
        }
    }

    static String of(List<String> headers) {
        return headers.size() == 1
                        && WELL_FORMED.matcher(headers.get(0)).matches()
                        // What may be a social security number is kept out of the log.
                        && Echo.shown(headers.get(0)).equals(headers.get(0))
                ? headers.get(0)
                : UUID.randomUUID().toString();
    }

    /** Wraps work for the current request that another thread does. */
    static Runnable of(Runnable part) {
        Object logged = MDC.get(LOGGED);
        if (logged == null) {
            return part;
        }
        return () -> {
            MDC.put(LOGGED, logged);
            try {
                part.run();
            } finally {
                MDC.remove(LOGGED);
            }
        };
    }
}
