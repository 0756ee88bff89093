package io.centerline.bench;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.centerline.journal.LogBenchmark;
import io.centerline.store.embedded.EmbeddedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/** What a journal of many decisions costs: searching it, proving from it, verifying it, and keeping it. */
final class JournalBenchmark {
    private JournalBenchmark() {}

    static void run(int decisions) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path data = Files.createTempDirectory("centerline-bench-journal");
        try (EmbeddedStore store = EmbeddedStore.start(data)) {
            Flyway.configure()
                    .dataSource(store.jdbcUrl(), store.user(), store.password())
                    .load()
                    .migrate();
            try (AgroalDataSource pool = pool(store)) {
                MadeUpJournal journal = new MadeUpJournal(pool, decisions);
                journal.fill();
                SearchBenchmark search = new SearchBenchmark(pool, journal);
                search.cover();
                LogBenchmark log = LogBenchmark.sign(pool, data, decisions);
                journal.sizes();
                search.measure();
                log.measure(MadeUpJournal::id);
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
}
