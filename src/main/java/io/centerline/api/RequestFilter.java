package io.centerline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.api.Problem.Kind;
import io.centerline.application.Failure;
import io.centerline.text.Utf8;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What every request passes before any resource, and what answers when no resource does. In local mode only requests
 * that name this machine go further, so that a web page elsewhere cannot reach the service through a name it controls.
 */
@Singleton
final class RequestFilter {
    private static final Set<String> BATCHES = Set.of("/v1/placements/batch", "/v1/routings/batch");
    private static final Logger LOG = Logger.getLogger(RequestFilter.class);
    private static final int FIRST = -1_000;
    private static final int LAST = 1_000_000;
    private static final String NUL = "%00";
    private static final String ALLOW = "Allow";
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
    /** Under this name the metrics of HTTP look for the address of a request. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** How many bodies workers take as they come at once: half of the workers, all of whom slow senders could hold otherwise. */
    static final int MOST_LONG_BODIES = 100;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int RETRY_WHEN_STOPPED = 5;
    private static final String FRAMING =
            "send the body with `Content-Length`, or with `Transfer-Encoding: chunked` and no other coding";

    /** Connections that are being closed because nobody can tell where their requests end. */
    private final Set<HttpConnection> distrusted =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Bodies bodies;
    private final ApiRoutes routes;
    private final ObjectMapper json;
    private final Duration patience;
    private final ShortBodies shortBodies;
    /** Separate, so that slow long bodies leave room for short ones. */
    private final BodyMemory shortMemory = new BodyMemory(BodyMemory.most());

    private final BodyMemory longMemory = new BodyMemory(BodyMemory.most());
    private final AtomicInteger longBodies = new AtomicInteger();
    private volatile boolean isStopping;

    RequestFilter(
            Bodies bodies,
            ApiRoutes routes,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.read-timeout") Duration patience) {
        this.bodies = bodies;
        this.routes = routes;
        this.json = json;
        this.patience = patience;
        this.shortBodies = new ShortBodies(patience);
    }

    void route(@Observes Router router) {
        router.route().order(FIRST).handler(this::enter).failureHandler(this::failed);
        router.route().order(LAST).handler(this::unserved).failureHandler(this::failed);
        router.errorHandler(400, context -> answer(context, unreadableAddress()));
    }

    /** From here on new requests are refused, and those taken are finished. */
    void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
        isStopping = true;
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (distrusted.contains(request.connection())) {
            request.connection().close();
            return;
        }
        RequestId.begin(context);
        if (!isFramed(request)) {
            distrusted.add(request.connection());
            cutOff(context, Problem.of(Kind.INVALID_REQUEST, FRAMING));
            return;
        }
        if (hasBody(request)) {
            LeftBody.dropAfterAnswer(context, patience);
        }
        long announced = announced(request);
        Optional<Problem> problem = refusal(request, announced).or(() -> refusal(context));
        Optional<String> masked = maskedQuery(request);
        if (problem.isPresent()) {
            hearOut(context, problem.get());
        } else if (isStopping && !isOperations(request)) {
            context.response().putHeader("Retry-After", Integer.toString(RETRY_WHEN_STOPPED));
            hearOut(context, Problem.of(Kind.UNAVAILABLE, "the service is stopping; try again in a moment"));
        } else if (context.response().headers().contains(ALLOW)) {
            context.response().end();
        } else if (masked.isPresent()) {
            context.response()
                    .setStatusCode(303)
                    .putHeader("Location", "?" + masked.get())
                    .end();
        } else if (announced > 0 && announced <= ShortBodies.LONGEST && !isStream(request)) {
            takeShort(context, (int) announced);
        } else if (hasBody(request)) {
            takeLong(context, isStream(request) ? 0 : announced);
        } else {
            context.next();
        }
    }

    /** The query that the address of a page should have instead of its own, since a form writes into it what was typed. */
    private static Optional<String> maskedQuery(HttpServerRequest request) {
        String path = request.path();
        boolean isPage =
                SAFE.contains(request.method()) && path != null && !path.startsWith("/v1/") && !path.startsWith("/q/");
        return isPage ? MaskedQuery.of(request.query()) : Optional.empty();
    }

    /**
     * Whether it is certain where the body ends. With an unknown coding the server would take what follows for the
     * next request, while a proxy takes it for the body.
     */
    private static boolean isFramed(HttpServerRequest request) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        return codings.isEmpty()
                || (codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked"));
    }

    /** Health and metrics, which are answered until the service has stopped. */
    private static boolean isOperations(HttpServerRequest request) {
        String path = request.path();
        return path != null && path.startsWith("/q/");
    }

    private void takeShort(RoutingContext context, int announced) {
        if (claim(context, shortMemory, announced)) {
            shortBodies.await(context, announced, this::late);
        }
    }

    private void takeLong(RoutingContext context, long announced) {
        if (longBodies.incrementAndGet() > MOST_LONG_BODIES) {
            longBodies.decrementAndGet();
            busy(context, MOST_LONG_BODIES + " long bodies are being taken; try again in a moment");
        } else {
            context.addEndHandler(ended -> longBodies.decrementAndGet());
            if (claim(context, longMemory, announced)) {
                if (isWaitingToSend(context.request())) {
                    context.response().writeContinue();
                    context.request().headers().remove("Expect");
                }
                context.next();
            }
        }
    }

    /** Takes memory for a body as long as announced, until its request is over; or answers that there is none. */
    private boolean claim(RoutingContext context, BodyMemory memory, long announced) {
        BodyMemory.Claim claim = memory.claim();
        boolean taken = claim.grow(announced);
        if (taken) {
            claim.shrink(announced);
            claim.belongTo(context);
        } else {
            busy(context, String.valueOf(BodyMemory.full().getMessage()));
        }
        return taken;
    }

    private void busy(RoutingContext context, String why) {
        context.response().putHeader("Retry-After", "1");
        hearOut(context, Problem.of(Kind.BUSY, why));
    }

    private void late(RoutingContext context) {
        cutOff(context, Problem.of(Kind.INVALID_REQUEST, Bodies.CUT));
    }

    private void cutOff(RoutingContext context, Problem problem) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(ended -> context.request().connection().close());
        answer(context, problem);
    }

    private Optional<Problem> refusal(HttpServerRequest request, long announced) {
        if (!isHostSaid(request)) {
            return Optional.of(hostMissing());
        }
        List<String> hosts = request.headers().getAll("Host");
        String host = hosts.isEmpty()
                ? request.authority() == null
                        ? "localhost"
                        : request.authority().host()
                : hosts.get(0);
        if (!LocalMode.names(host)) {
            return Optional.of(
                    Problem.of(Kind.WRONG_HOST, "the header `Host` must name localhost, 127.0.0.1 or [::1]"));
        }
        if (isForeign(request)) {
            return Optional.of(Problem.of(
                    Kind.CROSS_SITE, "a page of another site sent the request; send it from a page of this service"));
        }
        if (!isUri(request.uri())) {
            return Optional.of(unreadableAddress());
        }
        List<String> keys = request.headers().getAll(Idempotency.HEADER);
        if (keys.size() > 1 || keys.contains("")) {
            return Optional.of(Problem.of(
                    Kind.INVALID_REQUEST, "send the header `Idempotency-Key` once, with a fresh UUID as its value"));
        }
        String path = request.path();
        if (path != null && path.contains(NUL)) {
            // The database takes this character in no text, so nothing that a path could name holds it.
            return Optional.of(Problem.of(Kind.NOT_FOUND, "nothing is served at an address with `" + NUL + "` in it"));
        }
        if (!isStream(request) && bodies.isTooLong(announced)) {
            return Optional.of(bodies.tooLarge());
        }
        if (hasBody(request) && ContentCoding.of(request).isEmpty()) {
            request.response().putHeader("Accept-Encoding", ContentCoding.ACCEPTED);
            return Optional.of(ContentCoding.refusal(request));
        }
        return MediaTypeHeaders.tidy(request.headers());
    }

    /**
     * Whether a browser sent a request that may change something for a page of another site. Browsers say so in
     * {@code Sec-Fetch-Site} (Fetch Metadata), older ones in {@code Origin}; programs send neither.
     */
    private static boolean isForeign(HttpServerRequest request) {
        if (SAFE.contains(request.method())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
    }

    private static boolean isHostSaid(HttpServerRequest request) {
        int hosts = request.headers().getAll("Host").size();
        return hosts == 1 || (hosts == 0 && request.version() != HttpVersion.HTTP_1_1);
    }

    private static Problem hostMissing() {
        return Problem.of(Kind.INVALID_REQUEST, "send the header `Host` once");
    }

    /** Whether a request asks about the server and no address of it (RFC 9110, section 9.3.7). */
    private static boolean isAboutServer(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS) && "*".equals(request.uri());
    }

    /** Whether the caller sends the body only when asked to (RFC 9110, section 10.1.1). */
    static boolean isWaitingToSend(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    /** Finds the address of a request, which metrics use too, and refuses methods that it does not take. */
    private Optional<Problem> refusal(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<ApiRoutes.Route> found;
        try {
            found = routes.find(context.normalizedPath());
        } catch (IllegalArgumentException notDecodable) {
            return Optional.of(unreadableAddress());
        }
        found.ifPresent(route -> ((HttpServerRequestInternal) request).context().putLocal(TEMPLATE, route.template()));
        String method = request.method().name();
        return found.or(() -> ApiRoutes.findOperations(context.normalizedPath()))
                .flatMap(route -> {
                    if (!route.takes(method) || request.method().equals(HttpMethod.OPTIONS)) {
                        context.response().putHeader(ALLOW, route.allow());
                    }
                    return route.takes(method)
                            ? Optional.empty()
                            : Optional.of(Problem.of(Kind.METHOD_NOT_ALLOWED, "this address takes " + route.allow()));
                });
    }

    private static boolean isUri(String address) {
        try {
            String path = new URI(address).getRawPath();
            return path != null && isUtf8(path);
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    /** Whether the percent-encoded bytes of a path, whose escapes are whole, are UTF-8. */
    private static boolean isUtf8(String path) {
        if (path.indexOf('%') < 0) {
            return true;
        }
        byte[] bytes = URLDecoder.decode(path.replace('+', ' '), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
        return Utf8.firstFault(bytes) < 0;
    }

    private static Problem unreadableAddress() {
        return Problem.of(
                Kind.INVALID_REQUEST,
                "the address is not percent-encoded UTF-8; write special characters as their bytes in UTF-8, for example"
                        + " `%20`");
    }

    /** Whether the body is taken line by line, so that it may have any length. */
    private static boolean isStream(HttpServerRequest request) {
        return request.path() != null && BATCHES.contains(request.path());
    }

    /** Most callers listen only once they have sent the body, so it is passed over first, unless it is huge. */
    private void hearOut(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        if (!hasBody(request)) {
            answer(context, problem);
        } else if (isWaitingToSend(request)
                || request.getHeader("Content-Length") == null
                || announced(request) > Bodies.MOST_HEARD) {
            cutOff(context, problem);
        } else {
            request.handler(ignored -> {})
                    .endHandler(ended -> answer(context, problem))
                    .resume();
        }
    }

    static boolean hasBody(HttpServerRequest request) {
        return announced(request) > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** The length that a request announces for its body, in bytes; 0 when it announces none. */
    private static long announced(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException notALength) {
            return Long.MAX_VALUE;
        }
    }

    private void unserved(RoutingContext context) {
        if (isAboutServer(context.request())) {
            RequestId.begin(context);
            context.response().setStatusCode(200).putHeader(ALLOW, METHODS).end();
            return;
        }
        answer(context, Problem.of(Kind.NOT_FOUND, "nothing is served at this address; `/q/swagger-ui` shows what is"));
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode();
        if (context.response().headWritten()) {
            // Too late for a problem. An answer that is cut must not look whole, so it gets no end.
            context.request().connection().close();
        } else if (status == 413) {
            answer(context, bodies.tooLarge());
        } else if (status == 404) {
            unserved(context);
        } else if (!isHostSaid(context.request())) {
            answer(context, hostMissing());
        } else if (status >= 400 && status < 500) {
            answer(context, Problem.of(Kind.INVALID_REQUEST, "the request cannot be read as HTTP"));
        } else {
            UUID incident = UUID.randomUUID();
            LOG.errorf(context.failure(), "incident %s", incident);
            answer(context, Problem.of(Failure.incident(incident)));
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        RequestId.begin(context);
        response.setStatusCode(problem.status());
        HttpServerRequest request = context.request();
        if (ErrorPage.isWanted(request.path(), request.getHeader("Accept"))) {
            Html.HEADERS.forEach(response::putHeader);
            response.end(Buffer.buffer(ErrorPage.of(problem)));
            return;
        }
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(problem)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
