package io.centerline.rulebook;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two rules that cannot stand beside each other.
 *
 * @param kind what they dispute
 * @param earlier the rule that comes first, by its first day or its first number
 * @param later the other one
 */
public record Clash(Kind kind, Rule earlier, Rule later) {
    /** A rulebook with more has a fault that repeats; the rest is not worth the time. */
    private static final int MOST = 1_000;

    /** What two rules can dispute. */
    public enum Kind {
        /** One id stands for both of them on one day. */
        ID,
        /** Both claim a number at one level, for different Centers. */
        CENTER,
        /** Both claim a number at one level for one Center, so which of them a decision names hangs on their ids. */
        CLAIM
    }

    /** Whether no rulebook can be made of the two. */
    boolean isFault() {
        return kind != Kind.CLAIM;
    }

    /** The first prefix, of as many digits as the level has, that both claim; only of a claim or a Center. */
    public int from() {
        return Math.max(range(earlier).from(), range(later).from());
    }

    /** The last prefix that both claim. */
    public int to() {
        return Math.min(range(earlier).to(), range(later).to());
    }

    /** The level at which they meet: 2, 4, 6 or 8 digits. */
    public int digits() {
        return range(later).digits();
    }

    /** The days on which both are in force. */
    public InForce days() {
        return earlier.inForce().within(later.inForce());
    }

    private static NumberRange range(Rule rule) {
        return rule.range().orElseThrow();
    }

    /** All clashes of some rules, the first thousand of each kind. */
    public static List<Clash> list(List<Rule> rules) {
        List<Clash> clashes = new ArrayList<>();
        Map<RuleId, List<Rule>> byId =
                rules.stream().collect(Collectors.groupingBy(Rule::id, TreeMap::new, Collectors.toList()));
        byId.values().forEach(same -> addOverlaps(same, clashes));
        Map<Integer, List<Rule>> byLevel = rules.stream()
                .filter(rule -> rule.stage() == Stage.MEMBERSHIP)
                .collect(Collectors.groupingBy(rule -> range(rule).digits(), TreeMap::new, Collectors.toList()));
        byLevel.values().forEach(claims -> addDisputes(claims, clashes));
        return clashes;
    }

    /** One id may stand for one rule at a time. */
    private static void addOverlaps(List<Rule> same, List<Clash> clashes) {
        List<Rule> sorted = same.stream()
                .sorted(Comparator.comparing((Rule rule) -> rule.inForce().from())
                        .thenComparing(Rule::place))
                .toList();
        // Of the rules that began before, the one that ends last meets the next one if any does.
        Rule longest = sorted.get(0);
        for (Rule rule : sorted.subList(1, sorted.size())) {
            if (longest.inForce().overlaps(rule.inForce())) {
                clashes.add(new Clash(Kind.ID, longest, rule));
            }
            if (rule.inForce().until().isAfter(longest.inForce().until())) {
                longest = rule;
            }
        }
    }

    /** Sweeps the claims of one level by their first number; only claims that still run can meet the next one. */
    private static void addDisputes(List<Rule> claims, List<Clash> clashes) {
        List<Rule> running = new ArrayList<>();
        List<Rule> sorted = claims.stream()
                .sorted(Comparator.comparing((Rule claim) -> range(claim).from())
                        .thenComparing(Rule::place))
                .toList();
        int most = clashes.size() + MOST;
        for (Rule claim : sorted) {
            running.removeIf(earlier -> range(earlier).to() < range(claim).from());
            for (Rule earlier : running) {
                if (earlier.inForce().overlaps(claim.inForce()) && clashes.size() < most) {
                    boolean agreed = range(earlier).center() == range(claim).center();
                    clashes.add(new Clash(agreed ? Kind.CLAIM : Kind.CENTER, earlier, claim));
                }
            }
            running.add(claim);
        }
    }

    /** The numbers both claim, as an analyst writes them: {@code `3304`} or {@code `3304` to `3307`}. */
    public String numbers() {
        return HtsNumber.rangeText(from(), to(), digits());
    }

    /** The clash at the later rule, naming the place of the earlier one. */
    Finding finding() {
        if (kind == Kind.ID) {
            return new Finding(
                    later.place(),
                    4,
                    "the id `" + later.id() + "` is in force twice " + days().words() + ", first at " + earlier.place(),
                    "ids are never reused: give one of the rules a new id, or end the older one the day before",
                    "");
        }
        return new Finding(
                later.place(),
                4,
                later.id() + " gives " + numbers() + " to "
                        + range(later).center().title() + ", " + earlier.id() + " at " + earlier.place()
                        + " gives it to " + range(earlier).center().title() + ", both "
                        + days().words(),
                "let the ranges end where the other begins, or make the exception a deeper level",
                "");
    }
}
