package io.centerline.api;

import io.centerline.facts.Issue;
import io.centerline.journal.IdempotencyKey;
import io.centerline.placement.Placement.Explain;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request whose answer is recorded unless it says {@code record=false}: what its query, its key and its body are. One use.
 *
 * @param keep whether the answer is recorded
 * @param detail how much explanation is wanted
 * @param body the body as received
 * @param key makes a repeated request return the first answer; null without one, and when nothing is kept
 * @param issues what is wrong with query and key; what is wrong with the body is added by whoever reads it
 */
record RecordingRequest(
        boolean keep, Explain detail, byte[] body, @Nullable IdempotencyKey key, List<Issue> issues) {

    /**
     * Reads one.
     *
     * @param key the header {@code Idempotency-Key}
     * @param purpose tells requests of one key and body at different addresses apart
     */
    static RecordingRequest read(
            Bodies bodies, HttpServerRequest request, @Nullable String key, InputStream stream, String... purpose) {
        Query query = new Query(request.query());
        boolean keep = query.flag("record", true);
        Explain detail = query.word("explain", Explain.class, Explain.FULL);
        List<Issue> issues = new ArrayList<>(query.issues());
        byte[] body = bodies.read(request, stream);
        String[] parameters = Stream.concat(Stream.of(detail.name().toLowerCase(Locale.ROOT)), Stream.of(purpose))
                .toArray(String[]::new);
        return new RecordingRequest(
                keep, detail, body, keep ? Idempotency.read(key, body, issues, parameters) : null, issues);
    }

    /**
     * The answer: 200 with what is not kept, or 201 once it is recorded.
     *
     * @param unrecorded writes what is not kept
     * @param record records under a key
     */
    CompletionStage<RestResponse<byte[]>> answer(
            Supplier<byte[]> unrecorded, Function<@Nullable IdempotencyKey, CompletionStage<Recorder.Answer>> record) {
        return keep
                ? record.apply(key).thenApply(RecordingRequest::created)
                : CompletableFuture.completedFuture(RestResponse.ok(unrecorded.get()));
    }

    private static RestResponse<byte[]> created(Recorder.Answer answer) {
        RestResponse.ResponseBuilder<byte[]> response = RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, answer.body())
                .header(HttpHeaders.LOCATION, "/v1/decisions/" + answer.id());
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
