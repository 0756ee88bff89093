package io.centerline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.activation.Serving;
import io.centerline.facts.Account;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.journal.IdempotencyKey;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Routing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers the lines of one batch, each by itself, all under one rulebook. Thread-safe. */
final class RoutingBatch {
    /** Accounts beyond these are looked up again, so that no batch can fill memory. */
    private static final int MOST_REMEMBERED = 20_000;

    private record Asked(ImporterNumber number, LocalDate asOf) {}

    private final RoutingDesk desk;
    private final Serving serving;
    private final Explain detail;
    private final Recorder recorder;
    private final boolean keep;
    private final @Nullable String key;
    private final ObjectMapper json;
    private final OnFile onFile;
    private final Map<Asked, Optional<Account>> accounts = new ConcurrentHashMap<>();

    /**
     * A batch.
     *
     * @param keep whether what is routed is recorded
     * @param key what makes a repeated line return the first routing; null without
     */
    RoutingBatch(
            RoutingDesk desk,
            Serving serving,
            Explain detail,
            Recorder recorder,
            boolean keep,
            @Nullable String key,
            ObjectMapper json) {
        this.desk = desk;
        this.serving = serving;
        this.detail = detail;
        this.recorder = recorder;
        this.keep = keep;
        this.key = key;
        this.json = json;
        this.onFile = this::remembered;
    }

    /** A batch looks at an account once, and goes by what it saw. */
    private Optional<Account> remembered(ImporterNumber number, LocalDate asOf) {
        Asked asked = new Asked(number, asOf);
        Optional<Account> known = accounts.get(asked);
        if (known != null) {
            return known;
        }
        Optional<Account> found = desk.onFile().of(number, asOf);
        if (accounts.size() < MOST_REMEMBERED) {
            accounts.put(asked, found);
        }
        return found;
    }

    /** The answer to a line; ends once what is to be kept is durable, and never exceptionally. */
    CompletableFuture<byte[]> answer(BatchLine line) {
        try {
            if (line.tooLong()) {
                throw new RefusedException(BatchLine.tooLarge());
            }
            List<Issue> issues = new ArrayList<>(0);
            IdempotencyKey own = key == null
                    ? null
                    : Idempotency.read(
                            key,
                            line.text(),
                            issues,
                            detail.name().toLowerCase(Locale.ROOT),
                            "routing line " + line.number());
            Routing routing = desk.route(serving, line.text(), detail, issues, onFile);
            if (!keep) {
                return CompletableFuture.completedFuture(recorder.unrecorded(routing));
            }
            IdempotencyKey ofLine = own == null ? null : new IdempotencyKey(key + "/" + line.number(), own.bodyHash());
            return recorder.record(routing, ofLine)
                    .thenApply(Recorder.Answer::body)
                    .exceptionally(failed -> refused(line.number(), failed))
                    .toCompletableFuture();
        } catch (RuntimeException refused) {
            return CompletableFuture.completedFuture(refused(line.number(), refused));
        }
    }

    private byte[] refused(long number, Throwable why) {
        try {
            return json.writeValueAsBytes(new RefusedLine(number, ErrorMapping.problem(why)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
