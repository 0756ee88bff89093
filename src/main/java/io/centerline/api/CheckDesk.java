package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.check.CheckReport;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.RuleFolder;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Checks one rule folder at a time: a check keeps both cores busy for seconds, and decisions come first. */
@Singleton
final class CheckDesk {
    private static final int PATIENCE_SECONDS = 30;

    private final RulebookCheck check;
    private final Semaphore turn = new Semaphore(1, true);

    CheckDesk(Schedule schedule) {
        this.check = new RulebookCheck(schedule);
    }

    /** Waits its turn and checks; ends the request when the turn does not come. */
    CheckReport check(RuleFolder folder) {
        boolean mine = false;
        try {
            mine = turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new RefusedException(
                        Problem.of(Kind.BUSY, "other rulebooks are being checked; try again in a few seconds"));
            }
            return check.check(folder);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Problem.of(Kind.BUSY, "the service is stopping"));
        } finally {
            if (mine) {
                turn.release();
            }
        }
    }
}
