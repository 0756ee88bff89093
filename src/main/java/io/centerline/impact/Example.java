package io.centerline.impact;

import io.centerline.rulebook.vocabulary.ReviewCode;
import java.util.List;
import java.util.Set;

/**
 * A case that the candidate touches, as reports show it.
 *
 * @param place which case it is
 * @param importer the importer number, masked where it is a social security number
 * @param from code of the Center under the present rulebook, {@code PNDING} or {@code NOTELG}
 * @param to the same under the candidate
 * @param gained the reviews that only the candidate raises
 * @param lost the reviews that the candidate no longer raises
 * @param causes the rules that make the difference, at most {@value #MOST_CAUSES}
 * @param moreCauses how many more there are
 */
public record Example(
        CasePlace place,
        String importer,
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
                effect.after().facts().importer().number().masked(),
                effect.from(),
                effect.to(),
                effect.gained(),
                effect.lost(),
                List.copyOf(causes.subList(0, shown)),
                causes.size() - shown);
    }

    /** Whether the importer would get another Center or another status. */
    public boolean moved() {
        return !from.equals(to);
    }
}
