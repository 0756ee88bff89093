package io.centerline.rulebook.change;

import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two editions of the schedule, and what that does to the numbers of each Center. Only ten-digit numbers
 * that can be reported are compared.
 *
 * @param added numbers that only the later one has, ascending, with their Center there
 * @param dropped numbers that only the earlier one has, with their Center there
 * @param moved numbers that both have, of different Centers; there are none unless the rules of the two days differ
 * @param centers what each Center has, in the order of their codes, then the numbers of none
 */
public record EditionDiff(List<Held> added, List<Held> dropped, List<Moved> moved, List<Balance> centers) {
    public EditionDiff {
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
        moved = List.copyOf(moved);
        centers = List.copyOf(centers);
    }

    /**
     * A number.
     *
     * @param number the number
     * @param center the Center it belongs to; null when it belongs to none
     */
    public record Held(HtsNumber number, @Nullable Center center) {}

    /**
     * A number whose Center differs.
     *
     * @param number the number
     * @param before its Center in the earlier edition; null for none
     * @param after its Center in the later one; null for none
     */
    public record Moved(
            HtsNumber number,
            @Nullable Center before,
            @Nullable Center after) {}

    /**
     * What one Center has; {@code before + added - dropped + came - went = after}.
     *
     * @param center the Center; null for the numbers that belong to none
     * @param before how many numbers of the earlier edition it has
     * @param added how many of the added ones
     * @param dropped how many of the dropped ones it had
     * @param came how many of other Centers
     * @param went how many other Centers have now
     * @param after how many numbers of the later edition it has
     */
    public record Balance(@Nullable Center center, int before, int added, int dropped, int came, int went, int after) {}

    /**
     * Compares two editions.
     *
     * @param before the numbers of the earlier one
     * @param rulesBefore the rules by which they belong to Centers
     * @param after the numbers of the later one
     * @param rulesAfter the rules by which these do
     */
    public static EditionDiff between(Schedule before, Edition rulesBefore, Schedule after, Edition rulesAfter) {
        List<Held> earlier = held(before, rulesBefore);
        List<Held> later = held(after, rulesAfter);
        List<Held> added = without(later, earlier);
        List<Held> dropped = without(earlier, later);
        List<Moved> moved = new ArrayList<>();
        for (Held each : earlier) {
            Center now = center(rulesAfter, each.number());
            if (now != each.center()) {
                moved.add(new Moved(each.number(), each.center(), now));
            }
        }
        Set<HtsNumber> gone = numbers(dropped);
        moved.removeIf(move -> gone.contains(move.number()));
        List<@Nullable Center> all = new ArrayList<>(Arrays.asList(Center.values()));
        all.add(null);
        return new EditionDiff(
                added,
                dropped,
                moved,
                all.stream()
                        .map(center -> new Balance(
                                center,
                                count(earlier, center),
                                count(added, center),
                                count(dropped, center),
                                (int) moved.stream()
                                        .filter(move -> move.after() == center)
                                        .count(),
                                (int) moved.stream()
                                        .filter(move -> move.before() == center)
                                        .count(),
                                count(later, center)))
                        .toList());
    }

    private static List<Held> held(Schedule schedule, Edition rules) {
        return schedule.reportable("").stream()
                .map(number -> new Held(number, center(rules, number)))
                .toList();
    }

    private static @Nullable Center center(Edition rules, HtsNumber number) {
        Classified classified = rules.classify(number);
        return classified == null ? null : classified.center();
    }

    private static List<Held> without(List<Held> some, List<Held> others) {
        Set<HtsNumber> left = numbers(others);
        return some.stream().filter(each -> !left.contains(each.number())).toList();
    }

    private static Set<HtsNumber> numbers(List<Held> some) {
        Set<HtsNumber> numbers = new HashSet<>();
        some.forEach(each -> numbers.add(each.number()));
        return numbers;
    }

    private static int count(List<Held> some, @Nullable Center center) {
        return (int) some.stream().filter(each -> each.center() == center).count();
    }
}
