package io.centerline.check.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.edit.CorrectedRule;
import io.centerline.rulebook.edit.FolderChange;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That a rule was wrong from the start. Its text is changed where it stands, under its id and on all its days, so past answers
 * change: whoever activates the result must say why. Cases that no longer hold are mended. Needs a rule, a reason and at least one
 * thing to mend.
 *
 * @param id the rule's id
 * @param on a day on which the rule meant is in force; null where its id stands for one rule only
 * @param mends what is to be said instead
 * @param reason why the past is changed, a sentence for the comment above the rule
 */
public record RuleCorrection(String id, @Nullable LocalDate on, CorrectedRule.Mends mends, String reason)
        implements FolderChange {

    @Override
    public @Nullable LocalDate from() {
        return null;
    }

    @Override
    public SortedMap<String, String> of(RuleFolder folder, Schedule schedule, Collection<RuleId> used) {
        CorrectedRule corrected = CorrectedRule.of(folder, id, on, mends, reason);
        SortedMap<String, String> files = new TreeMap<>(corrected.rules());
        files.putAll(folder.tests());
        return new CorrectedCases(folder, corrected.rules(), schedule).in(files);
    }
}
