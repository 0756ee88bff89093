package io.centerline.impact;

import io.centerline.facts.EntryLine;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleEdit;
import io.centerline.rulebook.language.RuleEdit.Facet;
import io.centerline.rulebook.language.RuleEdits;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cases the difference between two editions can reach.
 *
 * <p>A line enters a decision as a vote for the Center of its number, or as one that is not counted. A number's range
 * counts besides by its standing, and of a range of low standing by the range that claims the number without it. The
 * rest is up to the rules of counting, placement and routing. So where those are alike, a case whose numbers all keep
 * all this is decided alike: the same votes meet the same rules. Texts of rules (title, citation, sentence) differ in
 * what a decision prints, not in where it places or which reviews it raises.
 */
final class Reach {
    /** Parts of a rule that cannot change an outcome or a review on a day on which it is in force. */
    private static final Set<Facet> HARMLESS =
            EnumSet.of(Facet.DAYS, Facet.CITATION, Facet.TITLE, Facet.SENTENCE, Facet.FILE);

    /** The editions of one day. */
    record Editions(Edition before, Edition after) {}

    private final Editions editions;
    private final boolean everyone;

    private Reach(Editions editions, boolean everyone) {
        this.editions = editions;
        this.everyone = everyone;
    }

    static Reach of(Editions editions, Rulebook before, Rulebook after, LocalDate day) {
        return new Reach(editions, !alike(ruling(before, day), ruling(after, day)));
    }

    /** Whether no case of any day can come out otherwise: both have the same rules on every day, but for their texts. */
    static boolean isNobody(Rulebook before, Rulebook after) {
        return before.firstCoveredDay().equals(after.firstCoveredDay())
                && differing(before, after).isEmpty();
    }

    /** The stretches of days, within what both cover, on which they have other rules than one another. */
    static List<InForce> differing(Rulebook before, Rulebook after) {
        LocalDate covered = Collections.max(List.of(before.firstCoveredDay(), after.firstCoveredDay()));
        TreeSet<LocalDate> starts = new TreeSet<>();
        starts.add(covered);
        Stream.concat(before.periods().stream(), after.periods().stream())
                .map(InForce::from)
                .filter(covered::isBefore)
                .forEach(starts::add);
        return InForce.startingOn(starts).stream()
                .filter(days ->
                        !alike(inForce(before, days.from(), stage -> true), inForce(after, days.from(), stage -> true)))
                .toList();
    }

    /** Whether a case with these lines may come out otherwise. */
    boolean includes(List<EntryLine> lines) {
        if (everyone) {
            return true;
        }
        for (EntryLine line : lines) {
            HtsNumber number = line.commodity();
            if (number != null
                    && !alike(
                            editions.before().classify(number), editions.after().classify(number))) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality") // whether both are null
    private static boolean alike(@Nullable Classified was, @Nullable Classified is) {
        if (was == null || is == null) {
            return was == is;
        }
        return was.center() == is.center()
                && was.rule().standing() == is.rule().standing()
                && alike(was.firm(), is.firm());
    }

    /** The rules in force on a day that see more of a case than one number. */
    private static Map<RuleId, Rule> ruling(Rulebook rulebook, LocalDate day) {
        return inForce(rulebook, day, stage -> stage != Stage.MEMBERSHIP);
    }

    private static Map<RuleId, Rule> inForce(Rulebook rulebook, LocalDate day, Predicate<Stage> wanted) {
        return rulebook.rules().stream()
                .filter(rule -> wanted.test(rule.stage()) && rule.inForce().contains(day))
                .collect(Collectors.toMap(Rule::id, Function.identity()));
    }

    private static boolean alike(Map<RuleId, Rule> before, Map<RuleId, Rule> after) {
        return before.keySet().equals(after.keySet())
                && before.entrySet().stream()
                        .flatMap(entry ->
                                RuleEdits.between(entry.getValue(), Objects.requireNonNull(after.get(entry.getKey())))
                                        .stream())
                        .map(RuleEdit::facet)
                        .allMatch(HARMLESS::contains);
    }
}
