package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;

/**
 * That a membership rule ends, so that its numbers fall to the rules of coarser levels. Refused where some would be in no Center.
 *
 * @param id the rule's id; the rule in force on the day and without end is meant
 * @param from the first day without it; later than the rule's first day
 */
public record RuleEnd(String id, LocalDate from) implements FolderChange {

    @Override
    public SortedMap<String, String> of(RuleFolder folder, Schedule schedule, Collection<RuleId> used) {
        return RuleSplits.end(folder, schedule, used, id, from);
    }
}
