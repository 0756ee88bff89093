package io.centerline.rulebook.edit;

import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which rules end and which ranges begin so that numbers belong to a Center from a day on, and no other number moves.
 *
 * @param ended the rules that end the day before
 * @param left by rule that ends, in the same order, what it had beside the numbers that move
 * @param moved the ranges that the Center gets
 * @param departs the rules of coarser levels that go on beside them, the deepest first
 */
record MovePlan(List<Rule> ended, List<List<NumberRange>> left, List<NumberRange> moved, List<Rule> departs) {

    /**
     * Plans.
     *
     * @param rules all rules; sound
     * @throws EditRefused when the numbers are there already, or later rules stand in the way
     */
    static MovePlan of(List<Rule> rules, NumberRange range, LocalDate from) {
        HtsInterval numbers = HtsInterval.of(range);
        List<Rule> concerned = rules.stream()
                .filter(rule -> rule.stage() == Stage.MEMBERSHIP)
                .filter(rule -> HtsInterval.of(rule.range().orElseThrow()).overlaps(numbers))
                .toList();
        refuseLater(concerned, range, from);
        List<Rule> active =
                concerned.stream().filter(rule -> rule.inForce().contains(from)).toList();
        List<Rule> ended = active.stream()
                .filter(rule -> rule.range().orElseThrow().center() != range.center()
                        && rule.range().orElseThrow().digits() >= range.digits())
                .toList();
        List<Rule> kept = active.stream().filter(rule -> !ended.contains(rule)).toList();
        List<NumberRange> moved = needed(kept, range, from);
        if (ended.isEmpty() && moved.isEmpty()) {
            throw new EditRefused(
                    range.text() + " belongs to " + range.center().title() + " on " + from + " already, by "
                            + String.join(
                                    ", ",
                                    active.stream()
                                            .map(rule -> rule.id().text())
                                            .toList()),
                    "choose another range, Center or day, if that is not what was meant");
        }
        List<Rule> departs = kept.stream()
                .filter(rule -> rule.range().orElseThrow().center() != range.center())
                .sorted(Comparator.comparing(rule -> -rule.range().orElseThrow().digits()))
                .toList();
        return new MovePlan(ended, ended.stream().map(rule -> left(rule, range)).toList(), moved, departs);
    }

    /**
     * Refuses what departs from no coarser rule.
     *
     * @param rules all rules
     * @throws EditRefused when rules end, or some of the numbers are in no coarser range
     */
    void refuseNoException(List<Rule> rules, NumberRange range, LocalDate from) {
        String help =
                "`centerline rules move` gives numbers to another Center and ends or cuts the rules that have them";
        if (!ended.isEmpty()) {
            NumberRange own = ended.get(0).range().orElseThrow();
            throw new EditRefused(
                    ended.get(0).id() + " claims " + own.text() + ", which is no coarser than " + range.text()
                            + ", so there is no rule to depart from",
                    help);
        }
        List<Rule> coarser = rules.stream()
                .filter(rule -> rule.range().isPresent() && rule.range().get().digits() < range.digits())
                .toList();
        HtsInterval numbers = HtsInterval.of(range);
        ClaimMap.of(new InForce(from, from), coarser).pieces().stream()
                .filter(piece -> piece.claims().isEmpty() && piece.stretch().overlaps(numbers))
                .findFirst()
                .ifPresent(bare -> {
                    throw new EditRefused(
                            "no coarser rule claims "
                                    + bare.stretch().within(numbers).prefixes() + " on " + from
                                    + ", so there is no rule to depart from",
                            help);
                });
    }

    private static void refuseLater(List<Rule> concerned, NumberRange range, LocalDate from) {
        Optional<Rule> later = concerned.stream()
                .filter(rule -> !rule.inForce().from().isBefore(from))
                .findFirst();
        if (later.isPresent()) {
            LocalDate begins = later.get().inForce().from();
            throw new EditRefused(
                    later.get().id() + " claims "
                            + later.get().range().orElseThrow().text() + " from " + begins + " on, so " + range.text()
                            + " cannot move on " + from + " for good",
                    begins.equals(from)
                            ? "change that rule, which does not serve yet, or choose a later day"
                            : "choose a day after " + begins + ", or take that rule back first");
        }
    }

    /** What a rule has beside a range of the same level or a coarser one. */
    private static List<NumberRange> left(Rule rule, NumberRange range) {
        NumberRange has = rule.range().orElseThrow();
        int finer = 1;
        for (int i = range.digits(); i < has.digits(); i++) {
            finer *= 10;
        }
        int first = range.from() * finer;
        int last = (range.to() + 1) * finer - 1;
        List<NumberRange> left = new ArrayList<>();
        if (has.from() < first) {
            left.add(new NumberRange(has.digits(), has.from(), first - 1, has.center()));
        }
        if (has.to() > last) {
            left.add(new NumberRange(has.digits(), last + 1, has.to(), has.center()));
        }
        return left;
    }

    /** The parts of a range that the rules which stay do not give to its Center. */
    private static List<NumberRange> needed(List<Rule> kept, NumberRange range, LocalDate day) {
        HtsInterval numbers = HtsInterval.of(range);
        long width = width(range.digits());
        List<NumberRange> needed = new ArrayList<>();
        for (ClaimMap.Piece piece : ClaimMap.of(new InForce(day, day), kept).pieces()) {
            if (!piece.stretch().overlaps(numbers) || isOf(range.center(), piece)) {
                continue;
            }
            for (HtsInterval part : goods(piece.stretch().within(numbers))) {
                int from = Math.toIntExact(part.from() / width);
                int to = Math.toIntExact(part.to() / width);
                NumberRange before = needed.isEmpty() ? null : needed.get(needed.size() - 1);
                if (before != null && from <= before.to() + 1) {
                    needed.remove(needed.size() - 1);
                    from = before.from();
                }
                needed.add(new NumberRange(range.digits(), from, to, range.center()));
            }
        }
        return needed;
    }

    /** The parts of numbers before and behind chapter 77, which is reserved and which no rule may claim. */
    private static List<HtsInterval> goods(HtsInterval numbers) {
        HtsInterval reserved = HtsInterval.of(2, 77, 77);
        if (!numbers.overlaps(reserved)) {
            return List.of(numbers);
        }
        return Stream.of(
                        new HtsInterval(numbers.from(), reserved.from() - 1),
                        new HtsInterval(reserved.to() + 1, numbers.to()))
                .filter(part -> part.from() <= part.to())
                .toList();
    }

    private static boolean isOf(Center center, ClaimMap.Piece piece) {
        return !piece.claims().isEmpty()
                && piece.claims().get(0).range().orElseThrow().center() == center;
    }

    private static long width(int digits) {
        return HtsInterval.of(digits, 0, 0).to() + 1;
    }
}
