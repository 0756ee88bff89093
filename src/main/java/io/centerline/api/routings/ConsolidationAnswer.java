package io.centerline.api.routings;

import io.centerline.api.CenterName;
import io.centerline.api.Problem;
import io.centerline.routing.Consolidation;
import io.centerline.routing.Consolidation.Protest;
import io.centerline.routing.ProtestCondition;
import io.centerline.text.Echo;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Protests put together.
 *
 * @param importer who protests
 * @param asOf the day
 * @param summary one sentence
 * @param protests by code of the Center, then by merchandise and decision
 * @param apart entries that could join none, by number
 * @param conditions what the entries of a protest must have in common, and on what that rests
 * @param warnings what a caller should know about the request
 * @param rulebook hash of the rulebook
 */
public record ConsolidationAnswer(
        Party importer,
        String asOf,
        String summary,
        List<ProtestAnswer> protests,
        List<ApartAnswer> apart,
        List<ConditionAnswer> conditions,
        List<Problem.IssueAnswer> warnings,
        String rulebook) {

    /**
     * The importer who protests.
     *
     * @param number the importer number, masked where it is a social security number
     * @param kind what kind of party it is
     */
    public record Party(String number, String kind) {}

    /**
     * One protest.
     *
     * @param center the Center that decides it
     * @param basis the ground on which it goes there
     * @param merchandise the category of merchandise; null when its entries do not say it
     * @param decision the decision or decisions protested; null when its entries do not say them
     * @param ports the ports of its entries
     * @param entries what it covers
     * @param reasons why it goes to the Center, each sentence once
     * @param assumes what it takes for granted since no entry says it
     */
    public record ProtestAnswer(
            CenterName center,
            String basis,
            @Nullable String merchandise,
            @Nullable String decision,
            List<String> ports,
            List<CoveredAnswer> entries,
            List<String> reasons,
            List<String> assumes) {
        static ProtestAnswer of(Protest protest) {
            return new ProtestAnswer(
                    CenterName.of(protest.center()),
                    protest.basis().name(),
                    said(protest.merchandise()),
                    said(protest.decision()),
                    protest.ports(),
                    protest.entries().stream()
                            .map(entry -> new CoveredAnswer(Echo.shown(entry.number()), entry.port()))
                            .toList(),
                    protest.reasons(),
                    protest.assumes());
        }

        private static @Nullable String said(String words) {
            return words.isEmpty() ? null : Echo.shown(words);
        }
    }

    /**
     * What the entries of a protest must have in common.
     *
     * @param sentence the condition in words
     * @param citation where it is said, or what it is inferred from
     * @param standing what it rests on
     */
    public record ConditionAnswer(String sentence, String citation, String standing) {
        static ConditionAnswer of(ProtestCondition condition) {
            return new ConditionAnswer(
                    condition.sentence(),
                    condition.citation(),
                    condition.standing().text());
        }
    }

    /**
     * An entry a protest covers.
     *
     * @param number its number as received
     * @param port its port of entry
     */
    public record CoveredAnswer(String number, String port) {}

    /**
     * An entry that could join no protest.
     *
     * @param number its number as received
     * @param port its port of entry
     * @param code the kind of reason
     * @param reason the reason in words
     */
    public record ApartAnswer(String number, String port, String code, String reason) {}

    static ConsolidationAnswer of(Consolidation found) {
        return new ConsolidationAnswer(
                new Party(
                        found.facts().importer().number().masked(),
                        found.facts().importer().kind().name()),
                found.facts().asOf().toString(),
                found.summary(),
                found.protests().stream().map(ProtestAnswer::of).toList(),
                found.apart().stream()
                        .map(apart -> new ApartAnswer(
                                Echo.shown(apart.number()),
                                apart.port(),
                                apart.why().name(),
                                apart.reason()))
                        .toList(),
                Arrays.stream(ProtestCondition.values())
                        .map(ConditionAnswer::of)
                        .toList(),
                found.warnings().stream().map(Problem.IssueAnswer::of).toList(),
                found.rulebook());
    }
}
