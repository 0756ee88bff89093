package io.centerline.rulebook.vocabulary;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;

/**
 * All that decides whether an entry line votes. Lines of one shape are treated alike, so each shape is put to the
 * counting rules once.
 *
 * @param set the part the line plays in an article set
 * @param role the importer's part on the line
 * @param goods what its commodity numbers tell
 * @param timing where the line's date lies
 * @param entryType the number of its entry type, 1 to 99; 0 when none was given
 * @param repetition whether other lines have the same entry and line number
 */
public record LineShape(ArticleSet set, Role role, Goods goods, Timing timing, long entryType, Repetition repetition) {

    /** A line of a case of one line, of which no entry type is known. */
    public static LineShape plain(ArticleSet set, Role role, Goods goods, Timing timing) {
        return new LineShape(set, role, goods, timing, 0, Repetition.NONE);
    }

    /** The same shape of a line with other goods. */
    public LineShape with(Goods other) {
        return new LineShape(set, role, other, timing, entryType, repetition);
    }

    /** {@link #set()}, under a name that the engine can bind. */
    public ArticleSet articleSet() {
        return set;
    }

    /** Whether the line reports numbers of chapters 98 and 99 only. */
    public boolean special() {
        return goods == Goods.NONE;
    }
}
