package io.centerline.placement;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.RepeatedLines;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.NotCounted;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.vocabulary.Repetition;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    record Votes(Classified classified, long count, BigDecimal value) {

        Votes plus(Votes other) {
            return new Votes(classified, count + other.count, value.add(other.value));
        }

        Votes minus(@Nullable Votes other) {
            return other == null ? this : new Votes(classified, count - other.count, value.subtract(other.value));
        }
    }

    /**
     * The lines that do not vote for one reason.
     *
     * @param examples 0-based positions of the first such lines
     * @param firings what the rules say of them, by rule
     */
    record Uncounted(NotCountedReason reason, long count, List<Integer> examples, List<Firing> firings) {

        /** The rules that say so, by id. */
        List<Rule> rules() {
            return firings.stream().map(Firing::rule).distinct().toList();
        }
    }

    /**
     * The count when rules of low standing are left out.
     *
     * @param tallies what is counted then
     * @param setAside the lines that do not vote then
     * @param low the rules left out that claimed a counted line; none when none did
     */
    record Firm(Tallies tallies, SetAside setAside, List<Rule> low) {}

    /**
     * A line whose several goods were weighed.
     *
     * @param vote where its vote went; null when it has none
     * @param reason why it has none; null when it has one
     */
    private record Weighed(
            EntryLine line,
            LineShape shape,
            @Nullable Classified vote,
            @Nullable NotCountedReason reason) {}

    private final Edition edition;
    private final List<Weighed> weighed;

    private final List<Votes> slots;
    private final List<Votes> votes;
    private final List<Uncounted> uncounted;

    private LineCount(Edition edition, List<Votes> slots, List<Uncounted> uncounted, List<Weighed> weighed) {
        this.edition = edition;
        this.weighed = weighed;
        this.slots = slots;
        this.votes = merged(slots);
        this.uncounted = uncounted;
    }

    /** One entry for each heading and rule: their numbers have several slots where they differ without low rules. */
    private static List<Votes> merged(List<Votes> slots) {
        List<Votes> votes = new ArrayList<>(slots.size());
        for (Votes slot : slots) {
            Votes last = votes.isEmpty() ? null : votes.get(votes.size() - 1);
            boolean same = last != null
                    && last.classified().rule() == slot.classified().rule()
                    && last.classified().heading() == slot.classified().heading();
            if (last != null && same) {
                votes.set(votes.size() - 1, last.plus(slot));
            } else {
                votes.add(slot);
            }
        }
        return votes;
    }

    /** The votes, by Center, heading and rule. */
    List<Votes> votes() {
        return votes;
    }

    /** One entry for each reason, in declared order, also where no line has it. */
    List<Uncounted> uncounted() {
        return uncounted;
    }

    /** How many lines do not vote. */
    SetAside setAside() {
        return setAside(missed());
    }

    private long[] missed() {
        return uncounted.stream().mapToLong(Uncounted::count).toArray();
    }

    private static SetAside setAside(long[] missed) {
        return new SetAside(
                Arrays.stream(missed).sum(),
                missed[NotCountedReason.SEVERAL_GOODS.ordinal()],
                missed[NotCountedReason.LINE_VERSIONS.ordinal()]);
    }

    /** What would be counted under the rulebook without its rules of low standing. */
    Firm firm() {
        List<Votes> firm = new ArrayList<>(slots.size());
        long[] missed = missed();
        Map<Integer, Votes> moved = new HashMap<>();
        for (Weighed line : weighed) {
            if (line.vote() != null) {
                moved.merge(line.vote().slot(), votes(line.vote(), line.line()), Votes::plus);
            } else if (line.reason() != null) {
                missed[line.reason().ordinal()] -= line.line().count();
            }
            voteFirm(line, firm, missed);
        }
        Set<Rule> low = new TreeSet<>(Comparator.comparing(Rule::id));
        for (Votes slot : slots) {
            if (slot.classified().isLow()) {
                low.add(slot.classified().rule());
            }
            Votes rest = slot.minus(moved.get(slot.classified().slot()));
            Classified instead = firm(slot.classified());
            if (instead == null) {
                missed[NotCountedReason.NO_CENTER.ordinal()] += rest.count();
            } else if (rest.count() > 0) {
                firm.add(new Votes(instead, rest.count(), rest.value()));
            }
        }
        return new Firm(Tallies.of(firm), setAside(missed), List.copyOf(low));
    }

    /** The goods of a line weighed again without the rules of low standing. */
    private void voteFirm(Weighed line, List<Votes> firm, long[] missed) {
        LineGoods goods = LineGoods.weigh(line.line(), number -> firm(edition.classify(number)));
        List<Firing> exclusions = edition.exclusions(line.shape().with(goods.goods()));
        Classified vote = firm(edition.classify(goods.number()));
        if (!exclusions.isEmpty()) {
            missed[reason(exclusions).ordinal()] += line.line().count();
        } else if (vote == null) {
            missed[NotCountedReason.NO_CENTER.ordinal()] += line.line().count();
        } else {
            firm.add(votes(vote, line.line()));
        }
    }

    private static Votes votes(Classified vote, EntryLine line) {
        return new Votes(vote, line.count(), line.value());
    }

    private static @Nullable Classified firm(@Nullable Classified claimed) {
        return claimed != null && claimed.isLow() ? claimed.firm() : claimed;
    }

    private static NotCountedReason reason(List<Firing> exclusions) {
        return ((NotCounted) exclusions.get(0).conclusion()).reason();
    }

    static LineCount count(Edition edition, Window window, Facts facts, Practice practice) {
        List<EntryLine> lines = facts.lines();
        Counter counter = new Counter(edition, window, lines, practice);
        for (int i = 0; i < lines.size(); i++) {
            counter.add(i, lines.get(i));
        }
        return counter.finish();
    }

    /** The positions of the lines that do not vote, by reason. */
    static Map<NotCountedReason, BitSet> notVoting(Edition edition, Window window, Facts facts, Practice practice) {
        List<EntryLine> lines = facts.lines();
        Counter counter = new Counter(edition, window, lines, practice);
        Map<NotCountedReason, BitSet> positions = new EnumMap<>(NotCountedReason.class);
        long[] missed = counter.missed.clone();
        for (int i = 0; i < lines.size(); i++) {
            counter.add(i, lines.get(i));
            int reason = Arrays.mismatch(missed, counter.missed);
            if (reason >= 0) {
                missed[reason] = counter.missed[reason];
                positions
                        .computeIfAbsent(NotCountedReason.values()[reason], first -> new BitSet())
                        .set(i);
            }
        }
        return positions;
    }

    private static final class Counter {
        private final Edition edition;
        private final Window window;
        private @Nullable Classified[] classified;
        private long[] counts;
        private final Cents cents;
        private final long[] missed = new long[NotCountedReason.values().length];
        private final List<List<Integer>> examples = new ArrayList<>();
        private final List<Set<Firing>> firings = new ArrayList<>();
        private final Practice practice;
        private final RepeatedLines repeated;
        private final boolean few;
        private final List<Weighed> weighed = new ArrayList<>();
        private int used;

        private static RepeatedLines repeated(List<EntryLine> all, Practice practice) {
            return practice.compareTo(Practice.FOURTH) < 0
                    ? RepeatedLines.ofPlainSpellings(all)
                    : RepeatedLines.of(all);
        }

        Counter(Edition edition, Window window, List<EntryLine> all, Practice practice) {
            int lines = all.size();
            this.practice = practice;
            this.repeated = edition.comparesLines() ? repeated(all, practice) : RepeatedLines.NONE;
            this.edition = edition;
            this.window = window;
            this.few = lines <= FEW_LINES;
            int size = few ? lines : Math.max(16, edition.slots());
            this.classified = new Classified[size];
            this.counts = new long[size];
            this.cents = new Cents(size);
            for (int i = 0; i < missed.length; i++) {
                examples.add(new ArrayList<>(MOST_EXAMPLES));
                firings.add(new LinkedHashSet<>());
            }
        }

        void add(int position, EntryLine line) {
            HtsNumber commodity = line.commodity();
            Goods goods = commodity == null ? Goods.NONE : Goods.ONE;
            boolean several = edition.weighsGoods() && LineGoods.areSeveral(line);
            if (several) {
                LineGoods told = LineGoods.weigh(line, edition::classify);
                goods = told.goods();
                commodity = told.number();
            }
            LineShape shape = new LineShape(
                    line.set(),
                    line.role(),
                    goods,
                    window.timing(line.date()),
                    line.entryTypeNumber(),
                    repetition(position));
            List<Firing> exclusions = edition.exclusions(shape);
            Classified target = exclusions.isEmpty() && commodity != null ? edition.classify(commodity) : null;
            if (several) {
                weighed.add(new Weighed(line, shape, target, target != null ? null : missing(exclusions)));
            }
            if (!exclusions.isEmpty()) {
                NotCountedReason reason = reason(exclusions);
                Set<Firing> named = firings.get(reason.ordinal());
                if (practice == Practice.FIRST) {
                    named.add(exclusions.get(0));
                } else {
                    named.addAll(exclusions);
                }
                miss(reason, position, line.count());
                return;
            }
            if (target == null) {
                miss(NotCountedReason.NO_CENTER, position, line.count());
                return;
            }
            int place = few ? placeAmongFew(target) : placeOfSlot(target);
            classified[place] = target;
            counts[place] += line.count();
            cents.add(place, line.cents());
        }

        private static NotCountedReason missing(List<Firing> exclusions) {
            return exclusions.isEmpty() ? NotCountedReason.NO_CENTER : reason(exclusions);
        }

        private Repetition repetition(int position) {
            if (repeated.hasVersions(position)) {
                return Repetition.VERSION;
            }
            return repeated.firstOf(position) == position ? Repetition.NONE : Repetition.SAME;
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

        private static String firmRule(Votes vote) {
            Classified firm = vote.classified().firm();
            return firm == null ? "" : firm.rule().id().text();
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
                    .thenComparing(vote -> vote.classified().rule().id())
                    .thenComparing(Counter::firmRule));
            List<Uncounted> uncounted = new ArrayList<>();
            for (NotCountedReason reason : NotCountedReason.values()) {
                uncounted.add(new Uncounted(
                        reason,
                        missed[reason.ordinal()],
                        List.copyOf(examples.get(reason.ordinal())),
                        firings.get(reason.ordinal()).stream()
                                .sorted(Comparator.comparing(
                                                (Firing firing) -> firing.rule().id())
                                        .thenComparing(Firing::sentence))
                                .toList()));
            }
            return new LineCount(edition, votes, List.copyOf(uncounted), weighed);
        }
    }
}
