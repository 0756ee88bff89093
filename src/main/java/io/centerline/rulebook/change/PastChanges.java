package io.centerline.rulebook.change;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleEdit;
import io.centerline.rulebook.language.RuleEdit.Facet;
import io.centerline.rulebook.language.RuleEdits;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two rulebooks say for past days.
 *
 * <p>On a day on which both hold the same rules, every decision is the same, whatever its facts. So rules are compared by
 * what decisions show of them: condition, conclusion, sentence, citation, standing, and the name where it is printed.
 * Comments, layout, names of variables, files and the order of rules are not compared, nor is where an interval ends after
 * the past. A membership rule counts only if a number of the 10-digit space has other claims.
 */
public final class PastChanges {
    private static final Set<Facet> NOT_SHOWN = EnumSet.of(Facet.DAYS, Facet.FILE);
    private static final Set<Facet> NOT_SHOWN_OF_RANGES = EnumSet.of(Facet.DAYS, Facet.FILE, Facet.TITLE);

    private final Rulebook before;
    private final Rulebook after;
    private final Map<RuleId, List<Rule>> old;
    private final Map<RuleId, List<Rule>> young;
    private final ClaimComparison claims = new ClaimComparison();
    private final Map<RuleId, PastChange> running = new TreeMap<>();
    private final List<PastChange> found = new ArrayList<>();

    private PastChanges(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
        this.old = byId(before);
        this.young = byId(after);
    }

    /**
     * The rules that say something else for days before {@code today}, by id, then day; empty when every answer for these
     * days stays.
     */
    public static List<PastChange> between(Rulebook before, Rulebook after, LocalDate today) {
        PastChanges changes = new PastChanges(before, after);
        List<RuleId> ids = changes.differing();
        if (!ids.isEmpty()) {
            changes.periods(today).forEach(days -> changes.compare(days, ids));
        }
        changes.found.addAll(changes.running.values());
        changes.found.sort(Comparator.comparing(PastChange::id)
                .thenComparing(change -> change.days().from()));
        return List.copyOf(changes.found);
    }

    /** The ids whose rules differ on some day, past or not. */
    private List<RuleId> differing() {
        TreeSet<RuleId> ids = new TreeSet<>(old.keySet());
        ids.addAll(young.keySet());
        ids.removeIf(id -> same(old.getOrDefault(id, List.of()), young.getOrDefault(id, List.of())));
        return List.copyOf(ids);
    }

    /** The covered days before a day, split wherever a rule of either rulebook begins or ends. */
    private List<InForce> periods(LocalDate today) {
        LocalDate first = before.firstCoveredDay().isBefore(after.firstCoveredDay())
                ? before.firstCoveredDay()
                : after.firstCoveredDay();
        if (!first.isBefore(today)) {
            return List.of();
        }
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(today));
        for (Rule rule :
                Stream.concat(before.rules().stream(), after.rules().stream()).toList()) {
            starts.add(rule.inForce().from());
            starts.add(rule.inForce().until().plusDays(1));
        }
        return InForce.startingOn(starts.subSet(first, true, today, true)).stream()
                .filter(days -> days.from().isBefore(today))
                .toList();
    }

    /** What a decision shows of one rule and not of the other. */
    static List<RuleEdit> shown(Rule before, Rule after) {
        Set<Facet> hidden = before.stage() == Stage.MEMBERSHIP ? NOT_SHOWN_OF_RANGES : NOT_SHOWN;
        return RuleEdits.between(before, after).stream()
                .filter(edit -> !hidden.contains(edit.facet()))
                .toList();
    }

    private void compare(InForce days, List<RuleId> ids) {
        PastClaims numbers = new PastClaims(days, before.rules(), after.rules(), claims);
        for (RuleId id : ids) {
            PastChange change = change(
                    numbers,
                    days,
                    inForce(old.getOrDefault(id, List.of()), days.from()),
                    inForce(young.getOrDefault(id, List.of()), days.from()));
            PastChange earlier = running.remove(id);
            if (earlier != null && (change == null || !continues(earlier, change))) {
                found.add(earlier);
                earlier = null;
            }
            if (change != null) {
                running.put(
                        id,
                        earlier == null ? change : change.since(earlier.days().from()));
            }
        }
    }

    private static boolean continues(PastChange earlier, PastChange later) {
        return earlier.before() == later.before()
                && earlier.after() == later.after()
                && earlier.days().until().plusDays(1).equals(later.days().from());
    }

    private static @Nullable PastChange change(PastClaims claims, InForce days, @Nullable Rule was, @Nullable Rule is) {
        List<RuleEdit> edits = was == null || is == null ? List.of() : shown(was, is);
        if (was == null ? is == null : is != null && edits.isEmpty()) {
            return null;
        }
        List<Rule> ranges = Stream.concat(Stream.ofNullable(was), Stream.ofNullable(is))
                .filter(rule -> rule.stage() == Stage.MEMBERSHIP)
                .toList();
        List<PastChange.Numbers> numbers = claims.differing(ranges);
        return !ranges.isEmpty() && numbers.isEmpty() ? null : new PastChange(days, was, is, edits, numbers);
    }

    private static boolean same(List<Rule> old, List<Rule> young) {
        if (old.size() != young.size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).inForce().equals(young.get(i).inForce())
                    || !shown(old.get(i), young.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The rule of one id that is in force on a day; a sound rulebook has at most one. */
    private static @Nullable Rule inForce(List<Rule> rules, LocalDate day) {
        for (Rule rule : rules) {
            if (rule.inForce().contains(day)) {
                return rule;
            }
        }
        return null;
    }

    private static Map<RuleId, List<Rule>> byId(Rulebook rulebook) {
        return rulebook.rules().stream()
                .sorted(Comparator.comparing((Rule rule) -> rule.inForce().from()))
                .collect(Collectors.groupingBy(Rule::id, TreeMap::new, Collectors.toList()));
    }
}
