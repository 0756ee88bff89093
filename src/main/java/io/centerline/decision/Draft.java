package io.centerline.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
 * @param center the Center's code, {@code PNDING}, {@code NOTELG}, or {@code PORT} for an activity the port alone handles
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
}
