package io.centerline.application;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * A line in which one text differs from another.
 *
 * @param added whether the later text has it and the earlier one has not; else it is the other way
 * @param text the line
 */
public record LineChange(boolean added, String text) {
    /** The lines in which two texts differ, in their order, as few as there can be. */
    static List<LineChange> between(List<String> before, List<String> after) {
        List<LineChange> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            delta.getSource().getLines().forEach(line -> changes.add(new LineChange(false, line)));
            delta.getTarget().getLines().forEach(line -> changes.add(new LineChange(true, line)));
        }
        return changes;
    }
}
