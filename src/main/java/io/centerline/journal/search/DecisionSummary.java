package io.centerline.journal.search;

import io.centerline.decision.DecisionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision in one line.
 *
 * @param id its id
 * @param kind what it is about
 * @param index its place in the journal
 * @param importer the importer number, masked where it is a social security number
 * @param asOf the day decided for
 * @param decidedAt when it was decided
 * @param status the status code
 * @param center the Center's code, {@code PNDING}, {@code NOTELG} or an office such as {@code PORT}
 * @param basis the legal basis' code; null when nothing was concluded
 * @param reviews codes of the reviews raised
 * @param rules ids of the rules that fired
 * @param rulebook hash of the rulebook
 */
public record DecisionSummary(
        UUID id,
        DecisionKind kind,
        long index,
        String importer,
        LocalDate asOf,
        Instant decidedAt,
        String status,
        String center,
        @Nullable String basis,
        List<String> reviews,
        List<String> rules,
        String rulebook)
        implements Row {

    public DecisionSummary {
        reviews = List.copyOf(reviews);
        rules = List.copyOf(rules);
    }
}
