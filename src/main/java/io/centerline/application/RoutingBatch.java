package io.centerline.application;

import io.centerline.accounts.PartyOnFile;
import io.centerline.activation.Serving;
import io.centerline.facts.ImporterNumber;
import io.centerline.journal.IdempotencyKey;
import io.centerline.placement.Placement.Explain;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Routes the requests of one batch, each by itself, all under one rulebook. Thread-safe. */
public final class RoutingBatch {
    /** Accounts beyond these are looked up again, so that no batch can fill memory. */
    private static final int MOST_REMEMBERED = 20_000;

    private record Asked(ImporterNumber number, LocalDate asOf) {}

    private final Routings routings;
    private final Serving serving;
    private final Explain detail;
    private final boolean keep;
    private final @Nullable String key;
    private final Map<Asked, PartyOnFile> accounts = new ConcurrentHashMap<>();

    /**
     * A batch.
     *
     * @param keep whether what is routed is recorded
     * @param key what makes a repeated request return the first routing; null without
     */
    RoutingBatch(Routings routings, Serving serving, Explain detail, boolean keep, @Nullable String key) {
        this.routings = routings;
        this.serving = serving;
        this.detail = detail;
        this.keep = keep;
        this.key = key;
    }

    /**
     * Routes one request of the batch.
     *
     * @param number its place in the batch, from 1
     * @param body what is asked, as JSON
     * @throws RefusedException with everything that is wrong with the request
     */
    public CompletionStage<DecisionAnswer> route(long number, byte[] body) {
        IdempotencyKey own = key == null
                ? null
                : IdempotencyKey.of(key, body, detail.name().toLowerCase(Locale.ROOT), "routing line " + number)
                        .ofLine(number);
        return routings.route(serving, new DecisionRequest(body, detail, keep, own, List.of()), this::remembered);
    }

    /** A batch looks at an account once, and goes by what it saw. */
    private PartyOnFile remembered(ImporterNumber importer, LocalDate asOf) {
        Asked asked = new Asked(importer, asOf);
        PartyOnFile known = accounts.get(asked);
        if (known != null) {
            return known;
        }
        PartyOnFile found = routings.onFile().of(importer, asOf);
        if (accounts.size() < MOST_REMEMBERED) {
            accounts.put(asked, found);
        }
        return found;
    }
}
