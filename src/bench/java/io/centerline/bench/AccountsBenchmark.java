package io.centerline.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.DriftFilter;
import io.centerline.accounts.DriftReason;
import io.centerline.accounts.DriftedAccount;
import io.centerline.accounts.Reassessments;
import io.centerline.api.AceExport;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.centerline.store.embedded.EmbeddedStore;
import io.centerline.tariff.Center;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** What many accounts on file cost: looking one up, paging the work list, writing all as records of the ACE importer query. */
final class AccountsBenchmark {
    private static final int LOOK_UPS = 20_000;
    private static final int PAGES = 300;
    private static final int PAGE = 51;
    private static final int MOST_EXPORTED = 200_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final Random random = new Random(42);
    private final MadeUpAccounts made;
    private final Accounts accounts;
    private final Reassessments reassessments;

    private AccountsBenchmark(DataSource pool, MadeUpAccounts made) {
        this.made = made;
        this.accounts = new Accounts(pool);
        this.reassessments = new Reassessments(pool);
    }

    static void run(int accounts) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path data = Files.createTempDirectory("centerline-bench-accounts");
        try (EmbeddedStore store = EmbeddedStore.start(data)) {
            Flyway.configure()
                    .dataSource(store.jdbcUrl(), store.user(), store.password())
                    .load()
                    .migrate();
            try (AgroalDataSource pool = pool(store)) {
                MadeUpAccounts made = new MadeUpAccounts(pool, accounts);
                made.fill();
                made.sizes();
                AccountsBenchmark benchmark = new AccountsBenchmark(pool, made);
                benchmark.lookUps();
                benchmark.workList();
                benchmark.export();
            }
        }
    }

    private void lookUps() {
        Percentiles.measure(
                "look-up",
                LOOK_UPS,
                i -> accounts.onFile(MadeUpAccounts.number(1 + random.nextInt(made.accounts())), DAY));
    }

    private void workList() {
        page("work list, first page", DriftFilter.ALL, Integer.MAX_VALUE, Long.MAX_VALUE);
        page("work list, within the widest margin", DriftFilter.ALL, 10_000, made.accounts() / 2);
        page("work list, a late page", DriftFilter.ALL, 50, Long.MAX_VALUE);
        first("of a Center", new DriftFilter("CEE003", null, null, null, null));
        first("of a Center, elsewhere", new DriftFilter("CEE003", Center.MACHINERY, null, null, null));
        page("work list, the same, late", new DriftFilter("CEE003", Center.MACHINERY, null, null, null), 500, 0);
        first("by evidence", new DriftFilter(null, null, DriftReason.EVIDENCE, null, null));
        first("unplaced, by 0.99 and more", new DriftFilter(null, null, DriftReason.UNPLACED, 9_900, null));
        first("by more than all: none", new DriftFilter(null, null, null, 10_001, null));
        first("of the last week", new DriftFilter(null, null, null, null, DAY.minusDays(6)));
        first("of tomorrow: none", new DriftFilter(null, null, null, null, DAY.plusDays(1)));
        first(
                "all four: none",
                new DriftFilter("CEE003", Center.MACHINERY, DriftReason.UNPLACED, 9_900, DAY.plusDays(1)));
    }

    private void first(String name, DriftFilter filter) {
        page("work list, " + name, filter, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private void page(String name, DriftFilter filter, int margin, long place) {
        int[] found = new int[1];
        Percentiles.measure(name, PAGES, i -> {
            List<DriftedAccount> page = reassessments.drifts(filter, margin, place, PAGE);
            found[0] = page.size();
        });
        System.out.printf(Locale.ROOT, "%-38s %d accounts%n", "", found[0]);
    }

    private void export() throws IOException {
        Placement placement = new Placement(Rulebook.read(Path.of("rules")));
        long[] bytes = new long[1];
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte @Nullable [] b, int from, int length) {
                bytes[0] += length;
            }
        };
        long begun = System.nanoTime();
        int written = AceExport.write(accounts, DAY, placement, MOST_EXPORTED, counting);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d accounts exported in %.1f s, %.0f a second, %.1f MB%n",
                written,
                seconds,
                written / seconds,
                bytes[0] / 1e6);
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
}
