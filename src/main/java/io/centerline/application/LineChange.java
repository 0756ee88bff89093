package io.centerline.application;

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
        int[][] common = common(before, after);
        List<LineChange> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new LineChange(false, before.get(i)));
                i++;
            } else {
                changes.add(new LineChange(true, after.get(j)));
                j++;
            }
        }
        return changes;
    }

    /** How many lines in order both texts have from a line of each on. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
