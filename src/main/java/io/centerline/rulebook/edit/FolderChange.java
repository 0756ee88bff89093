package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One change of law as a value: what an analyst is told, not which lines it takes. Command line, forms and editors make the same
 * values, so that the same folder comes out. Immutable; reads and writes no file.
 *
 * <ul>
 *   <li>{@link RangeMove}: numbers belong to another Center from a day on; rules that had them end or are cut.
 *   <li>{@link RangeException}: the same for numbers within the range of a coarser rule, which goes on.
 *   <li>{@link RuleSplit}: a membership rule goes on in parts; no number moves.
 *   <li>{@link RuleEnd}: a membership rule ends, and its numbers fall to the rules of coarser levels.
 *   <li>{@code check.edit.ThresholdChange}: a rule of another stage goes on with another number.
 *   <li>{@code check.edit.RuleCorrection}: a rule was wrong from the start; past answers change, with a reason.
 * </ul>
 */
public interface FolderChange {

    /**
     * The first day on which answers may be others, which is not past; null for a correction, which changes what a rule says on
     * all its days.
     */
    @Nullable
    LocalDate from();

    /**
     * The files of a folder after the change: the whole text of each, those that stay included, by its path below the folder
     * ({@code membership/apparel-textiles.drl}). {@link ChangedFiles#between} tells what differs.
     *
     * @param folder the folder as it is; its rules have no errors
     * @param schedule the tariff, of which cases take their numbers
     * @param used ids that rules elsewhere have, such as those of the active rulebook; no new rule gets one of them
     * @throws EditRefused when it cannot be made: says why, and what would do
     */
    SortedMap<String, String> of(RuleFolder folder, Schedule schedule, Collection<RuleId> used);
}
