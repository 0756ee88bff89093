package io.centerline.boot;

import io.centerline.accounts.ChangeRecords;
import io.centerline.activation.Activations;
import io.centerline.activation.QuotedReports;
import io.centerline.journal.Disclosures;
import io.centerline.journal.JournalComparison;
import io.centerline.journal.LogRecords;
import io.centerline.journal.LogStore;
import io.centerline.journal.Retention;
import io.centerline.journal.TransparencyLog;
import io.centerline.log.Verifiers;
import io.centerline.proposals.ProposalRecords;
import io.centerline.proposals.ReviewRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The application's one comparison of the journal with its log, in the background for as long as it runs. */
@Singleton
final class ComparisonBeans {
    @Produces
    @Singleton
    JournalComparison comparison(
            LogStore store,
            LogRecords records,
            TransparencyLog log,
            MeterRegistry meters,
            @ConfigProperty(name = "centerline.journal.compare.rows", defaultValue = "100") int rows) {
        return new JournalComparison(store, records, new Verifiers(log.verifiers()), rows, meters);
    }

    @Produces
    @Singleton
    LogRecords records(LogStore store) {
        LogRecords records = new LogRecords(
                store,
                List.of(
                        Activations.source(),
                        new QuotedReports(),
                        new ChangeRecords(),
                        Disclosures.source(),
                        Retention.source(),
                        ProposalRecords.source(),
                        new ReviewRecords()));
        records.open();
        return records;
    }

    void start(@Observes StartupEvent started, JournalComparison comparison) {
        comparison.start();
    }

    void stop(@Observes ShutdownEvent stopping, JournalComparison comparison) {
        comparison.close();
    }
}
