package io.centerline.placement;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.NotCounted;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a case, classified and counted: one pass, and per line one look-up and two additions. A case of few lines costs
 * no more than its lines.
 *
 * <p>Sums do not depend on the order of the lines; the examples of uncounted lines are the first ones given.
 */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array, or a bit
final class LineCount {
    private static final int MOST_EXAMPLES = 3;

    /** So few lines are counted without a place for every slot of the edition, of which there are above a thousand. */
    private static final int FEW_LINES = 32;

    /** The votes of the numbers of one heading that one rule claims. */
    record Votes(Classified classified, long count, BigDecimal value) {}

    /**
     * The lines that do not vote for one reason.
     *
     * @param examples 0-based positions of the first such lines
     * @param rules the rules that say so, by id
     */
    record Uncounted(NotCountedReason reason, long count, List<Integer> examples, List<Rule> rules) {}

    private final List<Votes> votes;
    private final List<Uncounted> uncounted;

    private LineCount(List<Votes> votes, List<Uncounted> uncounted) {
        this.votes = votes;
        this.uncounted = uncounted;
    }

    /** The votes, by Center, heading and rule. */
    List<Votes> votes() {
        return votes;
    }

    /** One entry for each reason, in declared order, also where no line has it. */
    List<Uncounted> uncounted() {
        return uncounted;
    }

    long notCounted() {
        return uncounted.stream().mapToLong(Uncounted::count).sum();
    }

    static LineCount count(Edition edition, Window window, Facts facts) {
        List<EntryLine> lines = facts.lines();
        Counter counter = new Counter(edition, window, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            counter.add(i, lines.get(i));
        }
        return counter.finish();
    }

    private static final class Counter {
        private final Edition edition;
        private final Window window;
        private @Nullable Classified[] classified;
        private long[] counts;
        private final Cents cents;
        private final long[] missed = new long[NotCountedReason.values().length];
        private final List<List<Integer>> examples = new ArrayList<>();
        private final List<Set<Rule>> rules = new ArrayList<>();

        private final boolean few;
        private int used;

        Counter(Edition edition, Window window, int lines) {
            this.edition = edition;
            this.window = window;
            this.few = lines <= FEW_LINES;
            int size = few ? lines : Math.max(16, edition.slots());
            this.classified = new Classified[size];
            this.counts = new long[size];
            this.cents = new Cents(size);
            for (int i = 0; i < missed.length; i++) {
                examples.add(new ArrayList<>(MOST_EXAMPLES));
                rules.add(new LinkedHashSet<>());
            }
        }

        void add(int position, EntryLine line) {
            HtsNumber commodity = line.commodity();
            Firing exclusion =
                    edition.exclusion(line.set(), line.role(), commodity == null, window.timing(line.date()));
            if (exclusion != null) {
                NotCountedReason reason = ((NotCounted) exclusion.conclusion()).reason();
                rules.get(reason.ordinal()).add(exclusion.rule());
                miss(reason, position, line.count());
                return;
            }
            Classified target = commodity != null ? edition.classify(commodity) : null;
            if (target == null) {
                miss(NotCountedReason.NO_CENTER, position, line.count());
                return;
            }
            int place = few ? placeAmongFew(target) : placeOfSlot(target);
            classified[place] = target;
            counts[place] += line.count();
            cents.add(place, line.cents());
        }

        private int placeAmongFew(Classified target) {
            for (int i = 0; i < used; i++) {
                Classified other = classified[i];
                if (other != null && other.slot() == target.slot()) {
                    return i;
                }
            }
            return used++;
        }

        private int placeOfSlot(Classified target) {
            if (target.slot() >= counts.length) {
                grow(target.slot());
            }
            return target.slot();
        }

        private void miss(NotCountedReason reason, int position, int count) {
            missed[reason.ordinal()] += count;
            List<Integer> shown = examples.get(reason.ordinal());
            if (shown.size() < MOST_EXAMPLES) {
                shown.add(position);
            }
        }

        private void grow(int slot) {
            int size = Math.max(slot + 1, counts.length * 2);
            classified = Arrays.copyOf(classified, size);
            counts = Arrays.copyOf(counts, size);
            cents.grow(size);
        }

        LineCount finish() {
            List<Votes> votes = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    votes.add(new Votes(Objects.requireNonNull(classified[i]), counts[i], cents.dollars(i)));
                }
            }
            votes.sort(Comparator.comparing((Votes vote) -> vote.classified().center())
                    .thenComparing(vote -> vote.classified().heading())
                    .thenComparing(vote -> vote.classified().rule().id()));
            List<Uncounted> uncounted = new ArrayList<>();
            for (NotCountedReason reason : NotCountedReason.values()) {
                uncounted.add(new Uncounted(
                        reason,
                        missed[reason.ordinal()],
                        List.copyOf(examples.get(reason.ordinal())),
                        rules.get(reason.ordinal()).stream()
                                .sorted(Comparator.comparing(Rule::id))
                                .toList()));
            }
            return new LineCount(List.copyOf(votes), List.copyOf(uncounted));
        }
    }
}
