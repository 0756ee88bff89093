package io.centerline.decision;

import io.centerline.facts.Importer;
import io.centerline.log.Disclosed;
import io.centerline.placement.Decision;
import io.centerline.placement.Outcome;
import io.centerline.placement.ReviewNote;
import io.centerline.routing.Routing;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as made, not yet recorded. The byte arrays are kept, not copied: whoever hands one over no longer writes to
 * it.
 *
 * @param id of the decision, UUID version 7 with the millisecond of {@code decidedAt}, by which search finds days; never used
 *     twice
 * @param kind what it is about
 * @param importer the importer number, masked where it is a social security number
 * @param status the decision's status code
 * @param center the Center's code, {@code PNDING}, {@code NOTELG}, or the office of an activity without one
 * @param basis the legal basis' code; null when nothing was concluded
 * @param reviews codes of the reviews raised, in the decision's order
 * @param rules ids of the rules that decided, in the decision's order
 * @param asOf the day decided for
 * @param decidedAt when; kept to the microsecond
 * @param rulebook hash of the rulebook
 * @param schedule name of the tariff schedule
 * @param program version of the program
 * @param facts the facts as canonical JSON, UTF-8, nothing masked; null once erased
 * @param salt what ties the facts to the receipt, 32 bytes; null once erased, and where the receipt was made without
 * @param body the decision as JSON, UTF-8, complete but for {@code receipt.index} and {@code receipt.leaf}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Draft(
        UUID id,
        DecisionKind kind,
        String importer,
        String status,
        String center,
        @Nullable String basis,
        List<String> reviews,
        List<String> rules,
        LocalDate asOf,
        Instant decidedAt,
        String rulebook,
        String schedule,
        String program,
        byte @Nullable [] facts,
        byte @Nullable [] salt,
        byte[] body) {

    public Draft {
        reviews = List.copyOf(reviews);
        rules = List.copyOf(rules);
        decidedAt = decidedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A placement to be recorded.
     *
     * @param receipt its receipt, with an id
     * @param facts its facts, to which the receipt commits
     */
    public static Draft of(Decision decision, Receipt receipt, Disclosed facts) {
        Outcome outcome = decision.outcome();
        return of(
                DecisionKind.PLACEMENT,
                decision.facts().importer(),
                new Result(outcome.status(), outcome.code(), outcome.basis(), decision.reviews(), decision.rules()),
                receipt,
                facts,
                DecisionJson.write(decision, receipt));
    }

    /** A routing to be recorded, under the same rules. */
    public static Draft of(Routing routing, Receipt receipt, Disclosed facts) {
        return of(
                DecisionKind.ROUTING,
                routing.facts().importer(),
                new Result(routing.status(), routing.code(), routing.basis(), routing.reviews(), routing.rules()),
                receipt,
                facts,
                DecisionJson.write(routing, receipt));
    }

    /** What a decision of any kind is found by. */
    private record Result(
            String status, String code, @Nullable Basis basis, List<ReviewNote> reviews, List<RuleId> rules) {}

    private static Draft of(
            DecisionKind kind, Importer importer, Result result, Receipt receipt, Disclosed kept, byte[] body) {
        return new Draft(
                Objects.requireNonNull(receipt.id()),
                kind,
                importer.number().masked(),
                result.status(),
                result.code(),
                result.basis() == null ? null : result.basis().name(),
                result.reviews().stream().map(review -> review.code().name()).toList(),
                result.rules().stream().map(RuleId::text).toList(),
                receipt.asOf(),
                Objects.requireNonNull(receipt.decidedAt(), "a recorded decision has a time"),
                receipt.rulebook(),
                receipt.schedule(),
                receipt.program(),
                kept.facts(),
                kept.salt(),
                body);
    }
}
