package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;

/**
 * That numbers within the range of a coarser rule belong to another Center from a day on, while that rule goes on. Needs what a
 * move needs. Refused where no coarser rule has all the numbers, or where a rule of their own level or a finer one has some.
 *
 * @param move the numbers, the Center, and what it rests on
 */
public record RangeException(RangeMove move) implements FolderChange {

    @Override
    public LocalDate from() {
        return move.from();
    }

    @Override
    public SortedMap<String, String> of(RuleFolder folder, Schedule schedule, Collection<RuleId> used) {
        return RangeMoves.excepted(folder, schedule, used, move);
    }
}
