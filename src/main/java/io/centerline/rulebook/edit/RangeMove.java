package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * That numbers belong to a Center from a day on, as an analyst is told it. Needs a range, a day and a citation; the rest may be
 * left empty. The standing is {@code found} only with a source that carries it, else the check refuses the result.
 *
 * @param range the numbers, and the Center; {@link RangeText} reads what a person writes
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
        @Nullable Source evidence)
        implements FolderChange {

    /**
     * What a source says.
     *
     * @param kind its kind, as {@code evidence.yaml} names it
     * @param date its day
     * @param text what it says, in one's own words
     */
    public record Source(String kind, LocalDate date, String text) {}

    @Override
    public SortedMap<String, String> of(RuleFolder folder, Schedule schedule, Collection<RuleId> used) {
        return RangeMoves.moved(folder, schedule, used, this);
    }
}
