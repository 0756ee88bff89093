package io.centerline.placement;

import io.centerline.facts.Facts;
import io.centerline.facts.Issue;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Center;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on one importer, a function of its facts and a rulebook and of nothing else.
 *
 * @param facts what it rests on
 * @param outcome what was decided
 * @param indicated what the count alone says; null on a tie or without lines
 * @param reviews reasons for a person to look, each code once, in declared order
 * @param explanation why
 * @param warnings what intake noted about the input
 * @param rules every rule that fired, in order
 * @param rulebook hash of the rulebook
 */
public record Decision(
        Facts facts,
        Outcome outcome,
        @Nullable Center indicated,
        List<ReviewNote> reviews,
        Explanation explanation,
        List<Issue> warnings,
        List<RuleId> rules,
        String rulebook) {

    public Decision {
        reviews = List.copyOf(reviews);
        warnings = List.copyOf(warnings);
        rules = List.copyOf(rules);
    }
}
