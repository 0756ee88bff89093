package io.centerline.batch;

import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.ReviewNote;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the decisions of a run.
 *
 * @param importer the importer number, masked where it is a social security number
 * @param file the position of the file with its first row, from 0
 * @param row the number of that row
 * @param rows how many rows its lines stand for
 * @param status {@code PLACED}, {@code PENDING} or {@code NOT_ELIGIBLE}
 * @param center the code of the Center, {@code PNDING} or {@code NOTELG}
 * @param basis the basis; null while a case is pending without one
 * @param indicated the code of the Center that the count alone says; null on a tie or without lines
 * @param reviews the codes of the reviews, with a blank between them
 * @param counted how many entry lines vote
 * @param notCounted how many do not
 * @param lines how many vote for the Center with the most
 * @param share their share of those that vote, 0 without any, to 4 places
 * @param value the value of all that vote, in US dollars
 * @param warnings how many warnings the decision has
 * @param facts the hash of the facts, in which equal lines are added up
 * @param summary one sentence that says what was decided and why
 * @param document the decision as the service answers it, without id and time
 * @param number the importer number unmasked, which is for comparing and is not written
 */
public record RunDecision(
        String importer,
        int file,
        long row,
        long rows,
        String status,
        String center,
        @Nullable String basis,
        @Nullable String indicated,
        String reviews,
        long counted,
        long notCounted,
        long lines,
        BigDecimal share,
        BigDecimal value,
        int warnings,
        String facts,
        String summary,
        String document,
        String number) {

    /**
     * The row of a decision.
     *
     * @param stamp what the decisions of the run are made of
     */
    public static RunDecision of(GroupDecision placed, Stamp stamp) {
        Decision decision = placed.decision();
        Basis basis = decision.outcome().basis();
        Center indicated = decision.indicated();
        String facts = FactsJson.hash(decision.facts());
        long counted = 0;
        long most = 0;
        BigDecimal share = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (CenterTally each : decision.explanation().tallies()) {
            counted += each.tally().count();
            value = each.tally().totalValue();
            if (each.tally().count() > most) {
                most = each.tally().count();
                share = each.tally().share();
            }
        }
        return new RunDecision(
                decision.facts().importer().number().masked(),
                placed.file(),
                placed.row(),
                placed.rows(),
                decision.outcome().status(),
                decision.outcome().code(),
                basis == null ? null : basis.name(),
                indicated == null ? null : indicated.code(),
                decision.reviews().stream()
                        .map(ReviewNote::code)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")),
                counted,
                decision.explanation().notCounted().stream()
                        .mapToLong(missed -> missed.count())
                        .sum(),
                most,
                share.setScale(4, RoundingMode.HALF_EVEN),
                value.setScale(2, RoundingMode.UNNECESSARY),
                decision.warnings().size(),
                facts,
                decision.explanation().summary(),
                new String(DecisionJson.write(decision, stamp.receipt(decision, facts)), StandardCharsets.UTF_8),
                decision.facts().importer().number().text());
    }

    /** Never shows the unmasked number. */
    @Override
    public String toString() {
        return importer + " " + center;
    }

    /**
     * What the decisions of a run are made of beside their facts.
     *
     * @param schedule edition of the tariff schedule
     * @param program version of the program
     */
    public record Stamp(String schedule, String program) {

        private Receipt receipt(Decision decision, String facts) {
            return Receipt.ofRun(
                    decision.rulebook(),
                    facts,
                    schedule,
                    program,
                    decision.facts().asOf());
        }
    }
}
