package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * That a membership rule goes on in parts from a day on, under new ids, with its Center, citation and standing.
 *
 * @param id the rule's id; the rule in force on the day and without end is meant
 * @param from the first day of the parts; later than the rule's first day
 * @param parts two or more ranges that are together what the rule has, in order, each at its level; whatever their Center
 */
public record RuleSplit(String id, LocalDate from, List<NumberRange> parts) implements FolderChange {
    public RuleSplit {
        parts = List.copyOf(parts);
    }

    @Override
    public SortedMap<String, String> of(RuleFolder folder, Schedule schedule, Collection<RuleId> used) {
        return RuleSplits.split(folder, schedule, used, id, from, parts);
    }
}
