package io.centerline.api;

import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.journal.DecisionIds;
import io.centerline.journal.DecisionJson;
import io.centerline.journal.Draft;
import io.centerline.journal.IdempotencyKey;
import io.centerline.journal.Journal;
import io.centerline.journal.Receipt;
import io.centerline.journal.Recorded;
import io.centerline.journal.log.Disclosed;
import io.centerline.placement.Decision;
import io.centerline.placement.Outcome;
import io.centerline.tariff.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Gives a decision its receipt and its place in the journal. */
@ApplicationScoped
class Recorder {
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
    record Answer(UUID id, byte[] body, boolean replayed) {}

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
    byte[] unrecorded(Decision decision) {
        return DecisionJson.write(decision, receipt(null, decision, FactsJson.hash(decision.facts()), now()));
    }

    /** Records; ends once the decision is durable. */
    CompletionStage<Answer> record(Decision decision, @Nullable IdempotencyKey key) {
        Instant now = now();
        Disclosed facts = Disclosed.salted(FactsJson.canonical(decision.facts(), Masking.NONE), random);
        Draft draft = draft(decision, receipt(ids.next(now), decision, facts.commitment(), now), facts);
        return journal.record(draft, key).thenApply(recorded -> answer(recorded, draft.id()));
    }

    /** The answer once given for an id. */
    Optional<byte[]> find(UUID id) {
        return journal.find(id).map(recorded -> answer(recorded, id).body());
    }

    private Draft draft(Decision decision, Receipt receipt, Disclosed kept) {
        Facts facts = decision.facts();
        Outcome outcome = decision.outcome();
        return new Draft(
                Objects.requireNonNull(receipt.id()),
                facts.importer().number().masked(),
                outcome.status(),
                outcome.code(),
                outcome.basis() == null ? null : outcome.basis().name(),
                decision.reviews().stream().map(review -> review.code().name()).toList(),
                decision.rules().stream().map(rule -> rule.text()).toList(),
                facts.asOf(),
                receipt.decidedAt(),
                receipt.rulebook(),
                receipt.schedule(),
                receipt.program(),
                kept.facts(),
                kept.salt(),
                DecisionJson.write(decision, receipt));
    }

    private Receipt receipt(@Nullable UUID id, Decision decision, String facts, Instant now) {
        return new Receipt(
                id,
                decision.rulebook(),
                facts,
                schedule.edition(),
                program,
                decision.facts().asOf(),
                now);
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
