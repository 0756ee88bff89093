package io.centerline.bench;

import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Grouping;
import io.centerline.journal.search.Search;
import io.centerline.rulebook.language.RuleId;
import io.centerline.store.Statements;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Searches of pages of 50 and counts, in a journal made up. */
final class SearchBenchmark {
    private static final int SEARCHES = 2_000;
    private static final int COUNTS = 100;
    private static final int PAGE = 50;

    private final Random random = new Random(42);
    private final Jdbi jdbi;
    private final Search search;
    private final MadeUpJournal journal;

    SearchBenchmark(DataSource pool, MadeUpJournal journal) {
        this.jdbi = Statements.over(pool);
        this.search = new Search(pool);
        this.journal = journal;
    }

    void measure() {
        search("by importer", () -> filter("IMP-" + random.nextInt(journal.importers()), null, null));
        search("by rule", () -> filter(null, rule(), null));
        search("by rule and Center", () -> filter(null, rule(), center()));
        search("by a rule that never fired", () -> filter(null, new RuleId("MEM-9999"), null));
        for (Grouping by : Grouping.values()) {
            count("counts by " + by, new Filter(null, null, null, null, null, null, rule(), null, null, null), by);
        }
        LocalDate first = LocalDate.of(2020, 1, 1);
        count(
                "counts of 30 days by CENTER",
                new Filter(null, null, null, null, null, null, null, null, first.plusDays(60), first.plusDays(89)),
                Grouping.CENTER);
    }

    /** Writes the bits that searches read. */
    void cover() {
        long begun = System.nanoTime();
        int chunks = 0;
        while (search.coverNext()) {
            chunks++;
        }
        jdbi.useHandle(handle -> handle.execute("vacuum analyze decision_bits"));
        System.out.printf(
                Locale.ROOT, "bits of %d chunks written in %.1f s%n", chunks, (System.nanoTime() - begun) / 1e9);
    }

    private RuleId rule() {
        return new RuleId(String.format(Locale.ROOT, "MEM-%04d", 1 + random.nextInt(MadeUpJournal.RULES)));
    }

    private String center() {
        return String.format(Locale.ROOT, "CEE%03d", 1 + random.nextInt(10));
    }

    private static Filter filter(@Nullable String importer, @Nullable RuleId rule, @Nullable String center) {
        return new Filter(null, importer, center, null, null, null, rule, null, null, null);
    }

    private void search(String name, Supplier<Filter> filters) {
        long[] found = new long[1];
        int[] searches = new int[1];
        Percentiles.measure(name + ", first page", SEARCHES, i -> {
            found[0] += search.find(filters.get(), Search.FROM_THE_NEWEST, PAGE).size();
            searches[0]++;
        });
        Percentiles.measure(name + ", a page somewhere", SEARCHES, i -> {
            found[0] += search.find(filters.get(), 1 + random.nextInt(journal.decisions()), PAGE)
                    .size();
            searches[0]++;
        });
        System.out.printf(Locale.ROOT, "%-38s %.1f decisions a page%n", "", (double) found[0] / searches[0]);
    }

    private void count(String name, Filter filter, Grouping by) {
        Percentiles.measure(name, COUNTS, i -> search.count(filter, by));
    }
}
