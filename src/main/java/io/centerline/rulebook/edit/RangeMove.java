package io.centerline.rulebook.edit;

import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That numbers belong to a Center from a day on, as an analyst is told it.
 *
 * @param range the numbers, and the Center
 * @param from the first day
 * @param citation the source
 * @param standing what it rests on
 * @param goods what the goods are called; null to take the words of the rule that had them
 * @param reason a sentence for the comment; empty for none
 * @param evidence what the source says, for the evidence file; null for nothing
 */
public record RangeMove(
        NumberRange range,
        LocalDate from,
        String citation,
        Standing standing,
        @Nullable String goods,
        String reason,
        @Nullable Source evidence) {

    /**
     * What a source says.
     *
     * @param kind its kind, as {@code evidence.yaml} names it
     * @param date its day
     * @param text what it says, in one's own words
     */
    public record Source(String kind, LocalDate date, String text) {}
}
