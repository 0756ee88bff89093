package io.centerline.rulebook.vocabulary;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;

/**
 * All that decides whether an entry line votes. Lines of one shape are treated alike, so each shape is put to the
 * counting rules once.
 *
 * @param set the part the line plays in an article set
 * @param role the importer's part on the line
 * @param special whether the line reports numbers of chapters 98 and 99 only
 * @param timing where the line's date lies
 */
public record LineShape(ArticleSet set, Role role, boolean special, Timing timing) {

    /** {@link #set()}, under a name that the engine can bind. */
    public ArticleSet articleSet() {
        return set;
    }
}
