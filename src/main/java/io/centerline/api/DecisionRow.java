package io.centerline.api;

import io.centerline.decision.Receipt;
import io.centerline.journal.search.DecisionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision in a list.
 *
 * @param id its id
 * @param index its place in the journal
 * @param importer the importer number, masked where it is a social security number
 * @param asOf the day decided for
 * @param decidedAt when it was decided
 * @param status the status code
 * @param center the Center's code, {@code PNDING}, {@code NOTELG} or an office such as {@code PORT}
 * @param basis the legal basis; null when nothing was concluded
 * @param reviews codes of the reviews raised
 * @param rules ids of the rules that fired
 * @param rulebook hash of the rulebook
 * @param href where the whole decision is
 * @param kind {@code PLACEMENT} or {@code ROUTING}
 */
public record DecisionRow(
        String id,
        long index,
        String importer,
        String asOf,
        String decidedAt,
        String status,
        String center,
        @Nullable String basis,
        List<String> reviews,
        List<String> rules,
        String rulebook,
        String href,
        String kind) {

    /** The names of {@link #cells}. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "index",
            "importer",
            "asOf",
            "decidedAt",
            "status",
            "center",
            "basis",
            "reviews",
            "rules",
            "rulebook",
            "href",
            "kind");

    /** The row of a decision. */
    public static DecisionRow of(DecisionSummary found) {
        return new DecisionRow(
                found.id().toString(),
                found.index(),
                found.importer(),
                found.asOf().toString(),
                Receipt.timeText(found.decidedAt()),
                found.status(),
                found.center(),
                found.basis(),
                found.reviews(),
                found.rules(),
                found.rulebook(),
                "/v1/decisions/" + found.id(),
                found.kind().name());
    }

    /** The row as text; several codes in one cell are parted by blanks. */
    public List<String> cells() {
        return List.of(
                id,
                Long.toString(index),
                importer,
                asOf,
                decidedAt,
                status,
                center,
                basis == null ? "" : basis,
                String.join(" ", reviews),
                String.join(" ", rules),
                rulebook,
                href,
                kind);
    }
}
