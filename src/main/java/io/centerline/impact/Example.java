package io.centerline.impact;

import io.centerline.rulebook.vocabulary.ReviewCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A case that the candidate touches, as reports show it.
 *
 * @param place which case it is
 * @param kind what the case asks
 * @param importer the importer number, masked where it is a social security number
 * @param asOf the day it is asked as of: its own, or a later one on which the candidate begins to differ
 * @param from where the case belongs under the present rulebook: code of the Center, {@code PNDING}, {@code NOTELG},
 *     {@code PORT}, {@code PORT+} and a code for both, or {@code REFUSED} when nobody handles the activity
 * @param to the same under the candidate
 * @param gained the reviews that only the candidate raises
 * @param lost the reviews that the candidate no longer raises
 * @param causes the rules that make the difference, at most {@value #MOST_CAUSES}
 * @param moreCauses how many more there are
 */
public record Example(
        CasePlace place,
        CaseKind kind,
        String importer,
        LocalDate asOf,
        String from,
        String to,
        Set<ReviewCode> gained,
        Set<ReviewCode> lost,
        List<Cause> causes,
        int moreCauses) {

    private static final int MOST_CAUSES = 20;

    static Example of(CasePlace place, Effect effect) {
        List<Cause> causes = effect.causes();
        int shown = Math.min(MOST_CAUSES, causes.size());
        return new Example(
                place,
                effect.kind(),
                effect.importer().masked(),
                effect.asOf(),
                effect.from(),
                effect.to(),
                effect.gained(),
                effect.lost(),
                List.copyOf(causes.subList(0, shown)),
                causes.size() - shown);
    }

    /** Whether the case would go to another Center or office, or get another status. */
    public boolean moved() {
        return !from.equals(to);
    }
}
