package io.centerline.application;

import io.centerline.decision.Contract;
import io.centerline.decision.DecisionIds;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.Draft;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.journal.IdempotencyKey;
import io.centerline.journal.Journal;
import io.centerline.journal.LogAltered;
import io.centerline.journal.Recorded;
import io.centerline.log.Disclosed;
import io.centerline.placement.Decision;
import io.centerline.routing.Routing;
import io.centerline.tariff.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Gives a decision its receipt and its place in the journal. */
@ApplicationScoped
public class Recorder {
    private final Journal journal;
    private final Schedule schedule;
    private final Clock clock;
    private final String program;
    private final DecisionIds ids = new DecisionIds();
    private final SecureRandom random = new SecureRandom();

    /**
     * A recorded decision as it is answered.
     *
     * @param id its id
     * @param body its JSON
     * @param replayed whether it was recorded by an earlier request under the same key
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Answer(UUID id, byte[] body, boolean replayed) {}

    Recorder(
            Journal journal,
            Schedule schedule,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String program) {
        this.journal = journal;
        this.schedule = schedule;
        this.clock = clock;
        this.program = program;
    }

    /** The JSON of a decision that is not kept: no id, no place, and a hash of masked facts, as nobody keeps a salt. */
    public byte[] unrecorded(Decision decision) {
        return DecisionJson.write(decision, unrecordedReceipt(decision));
    }

    /** The receipt of a decision that is not kept. */
    Receipt unrecordedReceipt(Decision decision) {
        return receipt(null, decision, FactsJson.hash(decision.facts()), now());
    }

    /** Records; ends once the decision is durable. */
    public CompletionStage<Answer> record(Decision decision, @Nullable IdempotencyKey key) {
        return record(prepare(decision), key);
    }

    /** A decision with its receipt, to be recorded. */
    Draft prepare(Decision decision) {
        Instant now = now();
        Disclosed facts = Disclosed.salted(FactsJson.canonical(decision.facts(), Masking.NONE), random);
        return Draft.of(decision, receipt(ids.next(now), decision, facts.commitment(), now), facts);
    }

    /** Records what was prepared; ends once it is durable, also when it was recorded before. */
    public CompletionStage<Answer> record(Draft draft, @Nullable IdempotencyKey key) {
        return journal.record(draft, key).thenApply(recorded -> answer(recorded, draft.id()));
    }

    /** The same for who can wait while the journal is full. */
    CompletionStage<Answer> record(Draft draft, @Nullable IdempotencyKey key, Duration patience) {
        return journal.record(draft, key, patience).thenApply(recorded -> answer(recorded, draft.id()));
    }

    /** The JSON of a routing that is not kept. */
    public byte[] unrecorded(Routing routing) {
        return DecisionJson.write(routing, receipt(null, routing, FactsJson.hash(routing.facts()), now()));
    }

    /** Records a routing; ends once it is durable. */
    public CompletionStage<Answer> record(Routing routing, @Nullable IdempotencyKey key) {
        Instant now = now();
        Disclosed facts = Disclosed.salted(FactsJson.canonical(routing.facts(), Masking.NONE), random);
        return record(Draft.of(routing, receipt(ids.next(now), routing, facts.commitment(), now), facts), key);
    }

    /**
     * A recorded decision as it was answered.
     *
     * @param body its JSON
     * @param leaf its leaf hash, hex, which no other decision has
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Given(byte[] body, String leaf) {}

    /**
     * The answer once given for an id.
     *
     * @throws LogAltered when what is stored is another one
     */
    public Optional<Given> find(UUID id) {
        return journal.find(id)
                .map(recorded ->
                        new Given(answer(recorded, id).body(), HexFormat.of().formatHex(recorded.leaf())));
    }

    private Receipt receipt(@Nullable UUID id, Decision decision, String facts, Instant now) {
        return receipt(id, decision.rulebook(), facts, decision.facts().asOf(), now);
    }

    private Receipt receipt(@Nullable UUID id, Routing routing, String facts, Instant now) {
        return receipt(id, routing.rulebook(), facts, routing.facts().asOf(), now);
    }

    private Receipt receipt(@Nullable UUID id, String rulebook, String facts, LocalDate asOf, Instant now) {
        return new Receipt(id, rulebook, facts, schedule.edition(), program, Contract.CURRENT, asOf, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Answer answer(Recorded recorded, UUID asked) {
        UUID id = recorded.draft().id();
        byte[] body = DecisionJson.withPlace(
                recorded.draft().body(), recorded.index(), HexFormat.of().formatHex(recorded.leaf()));
        return new Answer(id, body, !id.equals(asked));
    }
}
