package io.centerline.rulebook.claims;

import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which membership rules claim which numbers on the days of one period: the whole 10-digit space, cut wherever a claim
 * begins or ends. Immutable.
 *
 * @param days the period
 * @param pieces the pieces, in order, without hole
 */
public record ClaimMap(InForce days, List<Piece> pieces) {
    /** The number behind the last one. */
    public static final long END = 10_000_000_000L;

    /** In the order in which claims are heard: the deepest level first, then by id. */
    private static final Comparator<Rule> PRECEDENCE = Comparator.comparing(
                    (Rule rule) -> -rule.range().orElseThrow().digits())
            .thenComparing(Rule::id)
            .thenComparing(Rule::place);

    /**
     * Numbers that the same rules claim.
     *
     * @param stretch the numbers
     * @param claims the rules, the one that decides first; empty in a gap
     */
    public record Piece(HtsInterval stretch, List<Rule> claims) {
        public Piece {
            claims = List.copyOf(claims);
        }
    }

    public ClaimMap {
        pieces = List.copyOf(pieces);
    }

    /** The map of each period. */
    public static List<ClaimMap> ofEach(List<InForce> periods, List<Rule> rules) {
        return periods.stream().map(days -> of(days, rules)).toList();
    }

    /** Sweeps the space from its first to its last number. */
    public static ClaimMap of(InForce days, List<Rule> rules) {
        SortedMap<Long, List<Rule>> starts = new TreeMap<>();
        SortedMap<Long, List<Rule>> ends = new TreeMap<>();
        TreeSet<Long> cuts = new TreeSet<>(List.of(0L, END));
        for (Rule rule : rules) {
            if (rule.stage() == Stage.MEMBERSHIP && rule.inForce().contains(days.from())) {
                HtsInterval stretch = HtsInterval.of(rule.range().orElseThrow());
                starts.computeIfAbsent(stretch.from(), key -> new ArrayList<>()).add(rule);
                ends.computeIfAbsent(stretch.to() + 1, key -> new ArrayList<>()).add(rule);
                cuts.add(stretch.from());
                cuts.add(stretch.to() + 1);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        TreeSet<Rule> running = new TreeSet<>(PRECEDENCE);
        long from = 0;
        for (long cut : cuts) {
            if (cut > from) {
                pieces.add(new Piece(new HtsInterval(from, cut - 1), new ArrayList<>(running)));
            }
            ends.getOrDefault(cut, List.of()).forEach(running::remove);
            running.addAll(starts.getOrDefault(cut, List.of()));
            from = cut;
        }
        return new ClaimMap(days, pieces);
    }

    /** The piece a number lies in. */
    public Piece at(long number) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).stretch().to() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return pieces.get(low);
    }
}
