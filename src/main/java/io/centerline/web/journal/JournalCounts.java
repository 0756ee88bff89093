package io.centerline.web.journal;

import io.centerline.journal.search.Counts;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Grouping;
import io.centerline.journal.search.Search;
import io.centerline.web.Formats;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How many decisions a filter lets pass, as bars. Each bar is a link that sets the filter, or takes it back; so that others can
 * be chosen, bars of Centers do not regard the Center that is set, nor those of months the days.
 *
 * @param total all of them
 * @param centers by Center, most first
 * @param months by month, the newest first
 * @param earlier the months before those
 */
public record JournalCounts(long total, List<Bar> centers, List<Bar> months, List<Bar> earlier) {
    private static final int MONTHS = 12;

    /**
     * A bar.
     *
     * @param label in words
     * @param code the class of its color
     * @param count at least 1
     * @param width out of 1,000
     * @param href what it leads to
     * @param chosen whether the filter is set to it
     */
    public record Bar(String label, String code, long count, long width, String href, boolean chosen) {}

    static JournalCounts of(Search search, Filter filter) {
        Filter anyCenter = new Filter(
                filter.kind(),
                filter.importer(),
                null,
                filter.status(),
                filter.basis(),
                filter.review(),
                filter.rule(),
                filter.rulebook(),
                filter.from(),
                filter.to());
        Filter anyDay = new Filter(
                filter.kind(),
                filter.importer(),
                filter.center(),
                filter.status(),
                filter.basis(),
                filter.review(),
                filter.rule(),
                filter.rulebook(),
                null,
                null);
        JournalAddress address = JournalAddress.of(filter);
        Counts byCenter = search.count(anyCenter, Grouping.CENTER);
        List<Bar> months = months(search.count(anyDay, Grouping.MONTH), filter, address);
        return new JournalCounts(
                filter.center() == null ? byCenter.total() : byCenter.byKey().getOrDefault(filter.center(), 0L),
                centers(byCenter, filter, address),
                months.subList(0, Math.min(MONTHS, months.size())),
                months.subList(Math.min(MONTHS, months.size()), months.size()));
    }

    private static List<Bar> centers(Counts counts, Filter filter, JournalAddress address) {
        long most = most(counts);
        return counts.byKey().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(count -> {
                    boolean chosen = count.getKey().equals(filter.center());
                    return new Bar(
                            Formats.centerTitle(count.getKey()),
                            "c-" + count.getKey(),
                            count.getValue(),
                            width(count.getValue(), most),
                            address.with("center", chosen ? null : count.getKey())
                                    .list(),
                            chosen);
                })
                .toList();
    }

    private static List<Bar> months(Counts counts, Filter filter, JournalAddress address) {
        long most = most(counts);
        List<Bar> bars = new ArrayList<>();
        counts.byKey().forEach((key, count) -> {
            YearMonth month = YearMonth.parse(key);
            LocalDate first = month.atDay(1);
            LocalDate last = month.atEndOfMonth();
            boolean chosen = first.equals(filter.from()) && last.equals(filter.to());
            bars.add(new Bar(
                    Formats.month(key),
                    "month",
                    count,
                    width(count, most),
                    address.with("from", chosen ? null : first)
                            .with("to", chosen ? null : last)
                            .list(),
                    chosen));
        });
        Collections.reverse(bars);
        return bars;
    }

    private static long most(Counts counts) {
        return counts.byKey().values().stream().mapToLong(Long::longValue).max().orElse(1);
    }

    /** What is there can be seen, however little. */
    private static long width(long count, long most) {
        return Math.max(4, count * 1_000 / most);
    }
}
