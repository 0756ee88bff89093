package io.centerline.boot;

import io.centerline.activation.ActiveRulebook;
import io.centerline.rulebook.Edition;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Classifies the schedule in the background once the service is ready, so that the first callers do not wait for the
 * rules.
 */
@Singleton
final class Warmup {

    /** How long who waits for the service may ask, undisturbed, whether it is ready. */
    private static final long PAUSE_MILLIS = 1_000;

    /** Begins a little after the port is open: until then it would take processors from the start. */
    void start(@ObservesAsync HttpServerStart listening, ActiveRulebook active, Schedule schedule, Clock clock) {
        Edition today = active.latest().rulebook().edition(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Thread thread = new Thread(() -> classify(today, schedule), "classify-schedule");
        thread.setDaemon(true);
        thread.start();
    }

    private static void classify(Edition edition, Schedule schedule) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException closing) {
            return;
        }
        for (HtsNumber number : schedule.numbers()) {
            edition.classify(number);
        }
    }
}
