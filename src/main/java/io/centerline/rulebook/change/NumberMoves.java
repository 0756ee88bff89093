package io.centerline.rulebook.change;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.change.NumberMove.Claim;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.ClaimMap.Piece;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
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
    /** The stretch between chapters 76 and 78, which has no numbers. */
    private static final HtsInterval RESERVED = HtsInterval.of(2, 77, 77);

    private record Range(
            HtsInterval stretch,
            @Nullable Claim before,
            @Nullable Claim after) {
        boolean continues(Range earlier) {
            return earlier.stretch.to() + 1 == stretch.from()
                    && Objects.equals(earlier.before, before)
                    && Objects.equals(earlier.after, after);
        }

        Range with(Range later) {
            return new Range(new HtsInterval(stretch.from(), later.stretch.to()), before, after);
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
                .sorted(Comparator.comparing(
                                (Found found) -> found.range().stretch().from())
                        .thenComparing(found -> found.days().from())
                        .thenComparing(found -> found.range().stretch().to()))
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
            for (Range range : ranges(ClaimMap.of(period, before.rules()), ClaimMap.of(period, after.rules()))) {
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
        return InForce.startingOn(starts);
    }

    /** The numbers that change Center within a period; neighbours with the same rules are one range. */
    private static List<Range> ranges(ClaimMap was, ClaimMap is) {
        TreeSet<Long> starts = new TreeSet<>(List.of(RESERVED.from(), RESERVED.to() + 1));
        was.pieces().forEach(piece -> starts.add(piece.stretch().from()));
        is.pieces().forEach(piece -> starts.add(piece.stretch().from()));
        List<Range> ranges = new ArrayList<>();
        for (long start : starts) {
            Long next = starts.higher(start);
            HtsInterval stretch = new HtsInterval(start, (next == null ? ClaimMap.END : next) - 1);
            Range range = new Range(stretch, claim(was.at(start)), claim(is.at(start)));
            if (center(range.before()) == center(range.after()) || stretch.overlaps(RESERVED)) {
                continue;
            }
            int last = ranges.size() - 1;
            if (last >= 0 && range.continues(ranges.get(last))) {
                ranges.set(last, ranges.get(last).with(range));
            } else {
                ranges.add(range);
            }
        }
        return ranges;
    }

    /** The claim that wins a piece; null in a gap. */
    static @Nullable Claim claim(Piece piece) {
        if (piece.claims().isEmpty()) {
            return null;
        }
        Rule rule = piece.claims().get(0);
        return new Claim(rule.range().orElseThrow().center(), rule.id());
    }

    private static @Nullable Center center(@Nullable Claim claim) {
        return claim == null ? null : claim.center();
    }

    private NumberMove move(Found found) {
        String from = HtsInterval.digits(found.range().stretch().from());
        String to = HtsInterval.digits(found.range().stretch().to());
        // No rule looks at more than eight digits, so every number of these begins and ends together.
        int count = position(schedule, behind(to)) - position(schedule, from.substring(0, 8));
        return new NumberMove(
                from, to, found.days(), found.range().before(), found.range().after(), count);
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
