package io.centerline.check.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.edit.FolderChange;
import io.centerline.rulebook.edit.Grounds;
import io.centerline.rulebook.edit.ThresholdRules;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That a rule of counting, placement or routing asks for another number from a day on. The rule ends the day before; the next one
 * says the new number in its condition, its sentence and its name. Cases stand at the edge of the number and of the day.
 *
 * @param which the rule, and which of its numbers where it has several
 * @param number the new number; a share as a decimal, {@code 0.6} for 60 %
 * @param from the first day of the new number; later than the rule's first day
 * @param grounds citation, standing, and a sentence for the comment
 */
public record ThresholdChange(ThresholdRules.Which which, BigDecimal number, LocalDate from, Grounds grounds)
        implements FolderChange {

    @Override
    public SortedMap<String, String> of(RuleFolder folder, Schedule schedule, Collection<RuleId> used) {
        ThresholdRules.Continued continued = ThresholdRules.of(folder, used, which, number, from, grounds);
        SortedMap<String, String> files = new TreeMap<>(continued.rules());
        files.putAll(folder.tests());
        return new ThresholdCases(folder, schedule, continued, from).in(files);
    }
}
