package io.centerline.boot;

import io.agroal.api.AgroalDataSource;
import io.centerline.journal.Checkpointer;
import io.centerline.journal.DecisionsInProgress;
import io.centerline.journal.Disclosures;
import io.centerline.journal.Eraser;
import io.centerline.journal.Journal;
import io.centerline.journal.JournalSettings;
import io.centerline.journal.KeptSchedules;
import io.centerline.journal.LogKeys;
import io.centerline.journal.LogRecords;
import io.centerline.journal.LogRefused;
import io.centerline.journal.LogStore;
import io.centerline.journal.Retention;
import io.centerline.journal.TransparencyLog;
import io.centerline.store.BoundedPool;
import io.centerline.tariff.Schedule;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The application's one journal and its log: opened when it starts, drained and signed before it stops. */
@Singleton
final class JournalBeans {
    private static final Logger LOG = Logger.getLogger(JournalBeans.class);
    private static final int REFUSED = 1;

    private @Nullable Eraser eraser;

    @Produces
    @Singleton
    Journal journal(
            AgroalDataSource pool,
            MeterRegistry meters,
            DecisionsInProgress underWay,
            @ConfigProperty(name = "centerline.journal.queue", defaultValue = "4096") int queue,
            @ConfigProperty(name = "centerline.journal.batch", defaultValue = "256") int batch,
            @ConfigProperty(name = "centerline.journal.deadline", defaultValue = "5S") Duration deadline) {
        return new Journal(pool, new JournalSettings(queue, batch, deadline, JournalSettings.GATHER), underWay, meters);
    }

    @Produces
    @Singleton
    DecisionsInProgress underWay() {
        return new DecisionsInProgress();
    }

    @Produces
    @Singleton
    LogStore logStore(BoundedPool pool) {
        return new LogStore(pool);
    }

    @Produces
    @Singleton
    TransparencyLog log(
            LogStore store,
            LogRecords records,
            Clock clock,
            @ConfigProperty(name = "centerline.data.dir", defaultValue = "data") String data,
            @ConfigProperty(name = "centerline.journal.key") Optional<String> key,
            @ConfigProperty(name = "centerline.journal.key.lost", defaultValue = "false") boolean lost) {
        LogKeys keys = new LogKeys(key.orElse(null), Path.of(data, "journal", "signing.key"), lost);
        try {
            TransparencyLog log = TransparencyLog.open(store, records, keys, clock);
            log.verifiers().forEach(verifier -> LOG.infof("the log's verifier key is %s", verifier));
            return log;
        } catch (LogRefused refused) {
            throw HaltedStart.because("the service does not start: " + refused.getMessage(), refused.help(), REFUSED);
        }
    }

    @Produces
    @Singleton
    Checkpointer checkpointer(
            LogStore store,
            TransparencyLog log,
            Journal journal,
            MeterRegistry meters,
            @ConfigProperty(name = "centerline.journal.checkpoint.interval", defaultValue = "10S") Duration interval,
            @ConfigProperty(name = "centerline.journal.checkpoint.count", defaultValue = "10000") int count) {
        return new Checkpointer(store, log, journal.acknowledged(), interval, count, meters);
    }

    @Produces
    @Singleton
    Retention retention(LogStore store) {
        return new Retention(store);
    }

    @Produces
    @Singleton
    Disclosures disclosures(LogStore store, Clock clock) {
        return new Disclosures(store, clock);
    }

    @Produces
    @Singleton
    KeptSchedules keptSchedules(LogStore store) {
        return new KeptSchedules(store);
    }

    void open(
            @Observes StartupEvent started,
            Journal journal,
            KeptSchedules schedules,
            Schedule schedule,
            Checkpointer checkpointer,
            Retention retention,
            Clock clock,
            @ConfigProperty(name = "centerline.retention.facts") Optional<Duration> age,
            @ConfigProperty(name = "centerline.retention.interval", defaultValue = "1H") Duration pause) {
        journal.probe();
        if (!schedules.keep(schedule, schedule.text())) {
            throw HaltedStart.because(
                    "the service does not start: the database keeps another text of the schedule `" + schedule.edition()
                            + "` than this program has",
                    "start the program that decided with this database; if it is this one, the table `schedule` was altered",
                    REFUSED);
        }
        age.ifPresent(most -> eraser = new Eraser(retention, most, pause, clock));
    }

    /** Last of all: who stops before may still record. */
    void drain(
            @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent stopping,
            Journal journal,
            Checkpointer checkpointer) {
        if (eraser != null) {
            eraser.close();
        }
        journal.close();
        checkpointer.close();
    }
}
