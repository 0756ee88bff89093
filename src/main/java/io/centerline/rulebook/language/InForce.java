package io.centerline.rulebook.language;

import io.centerline.facts.DayRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a rule is in force, both included.
 *
 * @param from first day
 * @param until last day; {@link #OPEN} when no end is set
 */
public record InForce(LocalDate from, LocalDate until) {

    private static final String HELP = "write `2014-03-10/..` or `2013-04-04/2014-03-09`";

    /** Stands for an interval without end. */
    public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    public InForce {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("an interval ends on or after its first day");
        }
    }

    /**
     * Reads {@code 2014-03-10/..} or {@code 2013-04-04/2014-03-09}; empty when it is neither.
     *
     * @param offset where the text stands in its file
     * @param origin stored rules may begin and end in any year of four digits
     * @param faults receives what is wrong with it
     */
    static Optional<InForce> read(String text, int offset, Origin origin, Consumer<Refusal> faults) {
        int slash = text.indexOf('/');
        if (slash < 0 || slash != text.lastIndexOf('/')) {
            faults.accept(new Refusal(offset, text.length(), "`" + text + "` is not a first and a last day", HELP));
            return Optional.empty();
        }
        LocalDate from = day(text.substring(0, slash), offset, origin, faults);
        String end = text.substring(slash + 1);
        LocalDate until = end.equals("..") ? OPEN : day(end, offset + slash + 1, origin, faults);
        if (from == null || until == null) {
            return Optional.empty();
        }
        if (until.isBefore(from)) {
            faults.accept(new Refusal(
                    offset,
                    text.length(),
                    "the interval ends on " + until + ", before it starts on " + from,
                    "an interval ends on or after its first day"));
            return Optional.empty();
        }
        return Optional.of(new InForce(from, until));
    }

    private static @Nullable LocalDate day(String text, int offset, Origin origin, Consumer<Refusal> faults) {
        LocalDate day = DayRule.find(text);
        if (day == null && origin == Origin.STORED && DayRule.fault(text) == DayRule.Fault.YEAR) {
            return LocalDate.parse(text);
        }
        if (day == null) {
            String fault = DayRule.fault(text).predicate(text);
            faults.accept(new Refusal(offset, text.length(), "`" + text + "` " + fault, HELP));
        }
        return day;
    }

    /** The periods from each of these days to the day before the next; the last one is open. */
    public static List<InForce> startingOn(NavigableSet<LocalDate> starts) {
        List<InForce> periods = new ArrayList<>();
        for (LocalDate start : starts) {
            LocalDate next = starts.higher(start);
            periods.add(new InForce(start, next == null ? OPEN : next.minusDays(1)));
        }
        return List.copyOf(periods);
    }

    /** In words: {@code from 2014-03-10 on}, {@code from 2013-04-04 to 2014-03-09} or {@code on 2014-03-10}. */
    public String words() {
        if (from.equals(until)) {
            return "on " + from;
        }
        return "from " + from + (until.equals(OPEN) ? " on" : " to " + until);
    }

    /** Whether an end is set. */
    public boolean hasEnd() {
        return !until.equals(OPEN);
    }

    /** Whether the rule is in force on a day. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** The days that two intervals share, which overlap. */
    public InForce within(InForce other) {
        return new InForce(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }

    /** Whether two intervals share a day. */
    public boolean overlaps(InForce other) {
        return !from.isAfter(other.until) && !other.from.isAfter(until);
    }

    @Override
    public String toString() {
        return from + "/" + (until.equals(OPEN) ? ".." : until.toString());
    }
}
