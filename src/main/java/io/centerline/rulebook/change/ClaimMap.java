package io.centerline.rulebook.change;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.change.NumberMove.Claim;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which claim wins each number on a day, as intervals over its first eight digits: no rule looks at more of them.
 * Reads {@link NumberRange}s the way {@code Classifier} reads firings: the deepest level wins, then the least id.
 */
final class ClaimMap {
    private static final int DIGITS = 8;
    private static final int FIRST = 1_000_000;
    private static final int END = 100_000_000;
    private static final int RESERVED = 77_000_000;
    private static final int BEHIND_RESERVED = 78_000_000;

    /** A claim on the numbers from one rate line to another, both included. */
    record Span(int digits, int from, int to, Claim claim) {
        private static final Comparator<Span> STRENGTH = Comparator.comparing(Span::digits, Comparator.reverseOrder())
                .thenComparing(span -> span.claim().rule())
                .thenComparing(Span::from);

        static Span of(RuleId rule, NumberRange range) {
            int width = 1;
            for (int i = range.digits(); i < DIGITS; i++) {
                width *= 10;
            }
            return new Span(
                    range.digits(),
                    range.from() * width,
                    (range.to() + 1) * width - 1,
                    new Claim(range.center(), rule));
        }
    }

    private final NavigableMap<Integer, Holder> holders;

    /** The winner from one boundary to the next. */
    private record Holder(@Nullable Claim claim) {}

    private ClaimMap(NavigableMap<Integer, Holder> holders) {
        this.holders = holders;
    }

    /** The claims in force on a day, in a fixed order. */
    static List<Span> spans(Rulebook rulebook, LocalDate day) {
        return rulebook.rules().stream()
                .filter(rule ->
                        rule.stage() == Stage.MEMBERSHIP && rule.inForce().contains(day))
                .map((Rule rule) -> Span.of(rule.id(), rule.range().orElseThrow()))
                .sorted(Span.STRENGTH)
                .toList();
    }

    /** Sweeps the claims from the first number to the last. */
    static ClaimMap of(List<Span> spans) {
        TreeMap<Integer, List<Span>> starts = new TreeMap<>();
        TreeMap<Integer, List<Span>> ends = new TreeMap<>();
        for (Span span : spans) {
            starts.computeIfAbsent(span.from(), at -> new ArrayList<>()).add(span);
            ends.computeIfAbsent(span.to() + 1, at -> new ArrayList<>()).add(span);
        }
        TreeSet<Integer> boundaries = new TreeSet<>(List.of(FIRST, RESERVED, BEHIND_RESERVED));
        boundaries.addAll(starts.keySet());
        boundaries.addAll(ends.keySet());
        TreeMap<Integer, Holder> holders = new TreeMap<>();
        TreeSet<Span> running = new TreeSet<>(Span.STRENGTH);
        for (int at : boundaries) {
            running.removeAll(ends.getOrDefault(at, List.of()));
            running.addAll(starts.getOrDefault(at, List.of()));
            boolean reserved = at >= RESERVED && at < BEHIND_RESERVED;
            holders.put(
                    at,
                    new Holder(
                            reserved || running.isEmpty()
                                    ? null
                                    : running.first().claim()));
        }
        return new ClaimMap(holders);
    }

    /** Receives one interval in which both maps have one winner each. */
    interface Visitor {
        void visit(int from, int to, @Nullable Claim before, @Nullable Claim after);
    }

    /** Walks two maps together over all numbers, ascending. */
    static void walk(ClaimMap before, ClaimMap after, Visitor visitor) {
        TreeSet<Integer> boundaries = new TreeSet<>(before.holders.keySet());
        boundaries.addAll(after.holders.keySet());
        for (int at : boundaries.headSet(END)) {
            Integer next = boundaries.higher(at);
            visitor.visit(at, (next == null ? END : Math.min(END, next)) - 1, before.at(at), after.at(at));
        }
    }

    private @Nullable Claim at(int rateLine) {
        Map.Entry<Integer, Holder> holder = holders.floorEntry(rateLine);
        return holder == null ? null : holder.getValue().claim();
    }
}
