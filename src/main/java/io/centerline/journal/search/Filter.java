package io.centerline.journal.search;

import io.centerline.decision.DecisionKind;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are wanted; what is null does not restrict them, and all that is given must hold.
 *
 * @param kind what it is about
 * @param importer the importer number, masked as decisions show it
 * @param center ACE code of the Center, {@code PNDING}, {@code NOTELG} or an office such as {@code PORT}
 * @param status the status code
 * @param basis the legal basis
 * @param review a review that was raised
 * @param rule a rule that fired
 * @param rulebook hash of the rulebook
 * @param from the first day decided on, in UTC
 * @param to the last day decided on, in UTC
 */
public record Filter(
        @Nullable DecisionKind kind,
        @Nullable String importer,
        @Nullable String center,
        @Nullable String status,
        @Nullable Basis basis,
        @Nullable ReviewCode review,
        @Nullable RuleId rule,
        @Nullable String rulebook,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Restricts nothing. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null, null, null);

    /** One text for each different filter, without anything a decision does not show. */
    public String text() {
        // Texts of cursors handed out before there were kinds stay as they were.
        String ofKind = kind == null ? "" : "\n" + kind;
        return Stream.of(importer, center, status, basis, review, rule, rulebook, from, to)
                        .map(field -> Objects.toString(field, ""))
                        .collect(Collectors.joining("\n"))
                + ofKind;
    }
}
