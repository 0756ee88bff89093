package io.centerline.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.centerline.journal.embedded.EmbeddedStore;
import io.centerline.journal.search.By;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Search;
import io.centerline.rulebook.language.RuleId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Searches of pages of 50 in a journal that SQL has made up: a decision every thirty seconds, one importer for twenty
 * decisions, ten Centers, and 155 rules of falling frequency, the rarest in one of 500 decisions. Bodies and facts are
 * empty; real ones lie outside the rows that searches look at.
 */
final class SearchBenchmark {
    private static final int PORTION = 250_000;
    private static final int WARM_UP = 300;
    private static final int SEARCHES = 2_000;
    private static final int COUNTS = 100;
    private static final int PAGE = 50;
    private static final int RULES = 155;

    private final Random random = new Random(42);
    private final Jdbi jdbi;
    private final Search search;
    private final int decisions;

    private SearchBenchmark(AgroalDataSource pool, int decisions) {
        this.jdbi = Jdbi.create(pool);
        this.search = new Search(pool);
        this.decisions = decisions;
    }

    static void run(int decisions) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path data = Files.createTempDirectory("centerline-bench-search");
        try (EmbeddedStore store = EmbeddedStore.start(data)) {
            Flyway.configure()
                    .dataSource(store.jdbcUrl(), store.user(), store.password())
                    .load()
                    .migrate();
            try (AgroalDataSource pool = pool(store)) {
                new SearchBenchmark(pool, decisions).measure();
            }
        }
    }

    private static AgroalDataSource pool(EmbeddedStore store) throws Exception {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .acquisitionTimeout(Duration.ofSeconds(3))
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(store.jdbcUrl())
                                .principal(new NamePrincipal(store.user()))
                                .credential(new SimplePassword(store.password())))));
    }

    private void measure() {
        fill();
        cover();
        sizes();
        int importers = Math.max(1, decisions / 20);
        search("by importer", () -> filter(importer(random.nextInt(importers)), null, null));
        search("by rule", () -> filter(null, rule(), null));
        search("by rule and Center", () -> filter(null, rule(), center()));
        search("by a rule that never fired", () -> filter(null, new RuleId("MEM-9999"), null));
        for (By by : By.values()) {
            count("counts by " + by, new Filter(null, null, null, null, null, rule(), null, null, null), by);
        }
        LocalDate first = LocalDate.of(2020, 1, 1);
        count(
                "counts of 30 days by CENTER",
                new Filter(null, null, null, null, null, null, null, first.plusDays(60), first.plusDays(89)),
                By.CENTER);
    }

    private void fill() {
        long begun = System.nanoTime();
        for (int from = 0; from < decisions; from += PORTION) {
            int first = from;
            int last = Math.min(decisions, from + PORTION) - 1;
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into decision
                            select g,
                                   (lpad(to_hex(1577836800000 + 30000 * g), 12, '0') || '70008' || lpad(to_hex(g), 15, '0'))::uuid,
                                   'IMP-' || (random() * :importers)::bigint,
                                   'CEE' || lpad((1 + floor(10 * power(random(), 2)))::int::text, 3, '0'),
                                   case when g % 9 = 0 then 'ACCOUNT' else 'PREDOMINANCE' end,
                                   'PLACED',
                                   case when g % 5 = 0 then array['THIN_EVIDENCE'] when g % 97 = 0 then array['DRIFT'] else '{}' end,
                                   array(select distinct 'MEM-' || lpad((1 + floor(155 * power(random(), 3)))::int::text, 4, '0')
                                         from generate_series(1, 1 + g % 6)) || array['PRE-001'],
                                   '2026-11-25', to_timestamp(1577836800 + 30 * g),
                                   'sha256:' || repeat(to_hex(g * 7 / :decisions), 64),
                                   'hts-2026-rev4', '0.1.0', '{}', '{}', decode(repeat('00', 32), 'hex')
                            from generate_series(:first, :last) g
                            """)
                    .bind("importers", Math.max(1, decisions / 20))
                    .bind("decisions", (long) decisions)
                    .bind("first", (long) first)
                    .bind("last", (long) last)
                    .execute());
        }
        jdbi.useHandle(handle -> handle.execute("vacuum analyze decision"));
        System.out.printf(Locale.ROOT, "%d decisions made up in %.1f s%n", decisions, seconds(begun));
    }

    private void cover() {
        long begun = System.nanoTime();
        int chunks = 0;
        while (search.coverNext()) {
            chunks++;
        }
        jdbi.useHandle(handle -> handle.execute("vacuum analyze decision_bits"));
        System.out.printf(Locale.ROOT, "bits of %d chunks written in %.1f s%n", chunks, seconds(begun));
    }

    private void sizes() {
        for (String relation : List.of("decision", "decision_pkey", "decision_id_key", "decision_importer")) {
            size(relation, "pg_relation_size");
        }
        size("decision_bits", "pg_total_relation_size");
    }

    private void size(String relation, String function) {
        long bytes =
                jdbi.withHandle(handle -> handle.createQuery("select " + function + "(cast(:relation as regclass))")
                        .bind("relation", relation)
                        .mapTo(Long.class)
                        .one());
        System.out.printf(Locale.ROOT, "%-20s %6.1f bytes a decision%n", relation, (double) bytes / decisions);
    }

    private static String importer(int number) {
        return "IMP-" + number;
    }

    private RuleId rule() {
        return new RuleId(String.format(Locale.ROOT, "MEM-%04d", 1 + random.nextInt(RULES)));
    }

    private String center() {
        return String.format(Locale.ROOT, "CEE%03d", 1 + random.nextInt(10));
    }

    private static Filter filter(@Nullable String importer, @Nullable RuleId rule, @Nullable String center) {
        return new Filter(importer, center, null, null, null, rule, null, null, null);
    }

    private interface Filters {
        Filter next();
    }

    private void search(String name, Filters filters) {
        long[] found = new long[1];
        measure(
                name + ", first page",
                SEARCHES,
                i -> found[0] += search.find(filters.next(), Search.FROM_THE_NEWEST, PAGE)
                        .size());
        measure(
                name + ", a page somewhere",
                SEARCHES,
                i -> found[0] += search.find(filters.next(), 1 + random.nextInt(decisions), PAGE)
                        .size());
        System.out.printf(
                Locale.ROOT, "%-38s %.1f decisions a page%n", "", (double) found[0] / (2 * (SEARCHES + WARM_UP)));
    }

    private void count(String name, Filter filter, By by) {
        measure(name, COUNTS, i -> search.count(filter, by));
    }

    private static void measure(String name, int times, Consumer<Integer> action) {
        for (int i = 0; i < WARM_UP && i < 3 * times; i++) {
            action.accept(i);
        }
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            action.accept(i);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-38s p50 %7.2f ms, p99 %7.2f ms, longest %7.2f ms%n",
                name,
                nanos[times / 2] / 1e6,
                nanos[times * 99 / 100] / 1e6,
                nanos[times - 1] / 1e6);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
