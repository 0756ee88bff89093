package io.centerline.api;

import io.centerline.application.DecisionAnswer;
import io.centerline.application.DecisionRequest;
import io.centerline.facts.Issue;
import io.centerline.placement.Placement.Explain;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Maps HTTP requests to requests for decisions, and their answers back. */
@Singleton
public final class DecisionRequests {
    private final Bodies bodies;

    DecisionRequests(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Reads the current request: its query ({@code record}, {@code explain}), its key and its body.
     *
     * @param key the header {@code Idempotency-Key}
     * @param purpose tells requests of one key and body at different addresses apart
     */
    public DecisionRequest read(HttpServerRequest request, @Nullable String key, String... purpose) {
        Query query = new Query(request.query());
        boolean keep = query.flag("record", true);
        Explain detail = query.word("explain", Explain.class, Explain.FULL);
        List<Issue> issues = new ArrayList<>(query.issues());
        byte[] body = bodies.read(request, CurrentRequestManager.get().getInputStream());
        String[] parameters = Stream.concat(Stream.of(detail.name().toLowerCase(Locale.ROOT)), Stream.of(purpose))
                .toArray(String[]::new);
        return new DecisionRequest(
                body, detail, keep, keep ? Idempotency.read(key, body, issues, parameters) : null, issues);
    }

    /** 201 with where a recorded decision is, or 200 with one that was not recorded. */
    public static RestResponse<byte[]> answer(DecisionAnswer answer) {
        UUID id = answer.id();
        if (id == null) {
            return RestResponse.ok(answer.body());
        }
        RestResponse.ResponseBuilder<byte[]> response = RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, answer.body())
                .header(HttpHeaders.LOCATION, "/v1/decisions/" + id);
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
