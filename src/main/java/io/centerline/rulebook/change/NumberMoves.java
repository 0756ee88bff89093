package io.centerline.rulebook.change;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.change.ClaimMap.Span;
import io.centerline.rulebook.change.NumberMove.Claim;
import io.centerline.rulebook.language.InForce;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the numbers that change Center, by intervals of numbers and of days. */
final class NumberMoves {
    private record Range(
            int from,
            int to,
            @Nullable Claim before,
            @Nullable Claim after) {
        boolean continues(Range earlier) {
            return earlier.to + 1 == from
                    && Objects.equals(earlier.before, before)
                    && Objects.equals(earlier.after, after);
        }
    }

    private record Found(Range range, InForce days) {}

    private final List<String> schedule;

    private NumberMoves(Schedule schedule) {
        this.schedule = schedule.numbers().stream().map(HtsNumber::digits).toList();
    }

    /** The moves by number, then day. */
    static List<NumberMove> between(Rulebook before, Rulebook after, Schedule schedule) {
        NumberMoves moves = new NumberMoves(schedule);
        return find(before, after).stream()
                .sorted(Comparator.comparing((Found found) -> found.range().from())
                        .thenComparing(found -> found.days().from())
                        .thenComparing(found -> found.range().to()))
                .map(moves::move)
                .toList();
    }

    /** How many numbers of the schedule move on at least one day. */
    static int count(List<NumberMove> moves, Schedule schedule) {
        List<String> numbers =
                schedule.numbers().stream().map(HtsNumber::digits).toList();
        int count = 0;
        int reached = 0;
        for (NumberMove move : moves) {
            int first = Math.max(reached, position(numbers, move.from().substring(0, 8)));
            int behind = position(numbers, behind(move.to()));
            count += Math.max(0, behind - first);
            reached = Math.max(reached, behind);
        }
        return count;
    }

    private static List<Found> find(Rulebook before, Rulebook after) {
        List<Found> found = new ArrayList<>();
        Map<Range, InForce> running = new LinkedHashMap<>();
        for (InForce period : periods(before, after)) {
            Map<Range, InForce> now = new LinkedHashMap<>();
            for (Range range : ranges(before, after, period.from())) {
                InForce earlier = running.remove(range);
                now.put(range, new InForce(earlier == null ? period.from() : earlier.from(), period.until()));
            }
            running.forEach((range, days) -> found.add(new Found(range, days)));
            running = now;
        }
        running.forEach((range, days) -> found.add(new Found(range, days)));
        return found;
    }

    private static List<InForce> periods(Rulebook before, Rulebook after) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        before.periods().forEach(period -> starts.add(period.from()));
        after.periods().forEach(period -> starts.add(period.from()));
        List<InForce> periods = new ArrayList<>();
        for (LocalDate start : starts) {
            LocalDate next = starts.higher(start);
            periods.add(new InForce(start, next == null ? InForce.OPEN : next.minusDays(1)));
        }
        return periods;
    }

    private static List<Range> ranges(Rulebook before, Rulebook after, LocalDate day) {
        List<Span> was = ClaimMap.spans(before, day);
        List<Span> is = ClaimMap.spans(after, day);
        if (was.equals(is)) {
            return List.of();
        }
        List<Range> ranges = new ArrayList<>();
        ClaimMap.walk(ClaimMap.of(was), ClaimMap.of(is), (from, to, old, young) -> {
            if (center(old) == center(young)) {
                return;
            }
            Range range = new Range(from, to, old, young);
            int last = ranges.size() - 1;
            if (last >= 0 && range.continues(ranges.get(last))) {
                ranges.set(last, new Range(ranges.get(last).from(), to, old, young));
            } else {
                ranges.add(range);
            }
        });
        return ranges;
    }

    private static @Nullable Center center(@Nullable Claim claim) {
        return claim == null ? null : claim.center();
    }

    private NumberMove move(Found found) {
        String from = HtsNumber.prefixText(found.range().from(), 8);
        String to = HtsNumber.prefixText(found.range().to(), 8) + "99";
        int count = position(schedule, behind(to)) - position(schedule, from);
        return new NumberMove(
                from + "00",
                to,
                found.days(),
                found.range().before(),
                found.range().after(),
                count);
    }

    /** The text right behind every number that starts with the eight digits. */
    private static String behind(String tenDigits) {
        return tenDigits.substring(0, 8) + ":";
    }

    private static int position(List<String> numbers, String text) {
        int at = Collections.binarySearch(numbers, text);
        return at < 0 ? -at - 1 : at;
    }
}
