package io.centerline.rulebook.change;

import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleEdit;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.SourcePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one rule.
 *
 * @param kind whether it is new, gone or changed
 * @param id its id
 * @param title the sentence of its name, the newer one where it changed
 * @param inForce its days, the newer ones where they changed
 * @param before where it stood; null when it is new
 * @param after where it stands; null when it is gone
 * @param edits what changed in it, the deciding parts first; empty unless it is changed
 */
public record RuleChange(
        Kind kind,
        RuleId id,
        String title,
        InForce inForce,
        @Nullable SourcePlace before,
        @Nullable SourcePlace after,
        List<RuleEdit> edits) {

    /** What can become of a rule. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public RuleChange {
        edits = List.copyOf(edits);
    }

    static RuleChange added(Rule rule) {
        return new RuleChange(Kind.ADDED, rule.id(), rule.title(), rule.inForce(), null, rule.place(), List.of());
    }

    static RuleChange removed(Rule rule) {
        return new RuleChange(Kind.REMOVED, rule.id(), rule.title(), rule.inForce(), rule.place(), null, List.of());
    }

    static RuleChange changed(Rule before, Rule after, List<RuleEdit> edits) {
        return new RuleChange(
                Kind.CHANGED, after.id(), after.title(), after.inForce(), before.place(), after.place(), edits);
    }

    /** The change in finished sentences, at least one. */
    public List<String> sentences() {
        return switch (kind) {
            case ADDED -> List.of(id + " is new, in force " + inForce.words() + ": " + title);
            case REMOVED -> List.of(id + " is gone; it was in force " + inForce.words() + ": " + title);
            case CHANGED -> edits.stream().map(RuleEdit::sentence).toList();
        };
    }
}
