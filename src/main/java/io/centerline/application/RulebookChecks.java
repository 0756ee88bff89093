package io.centerline.application;

import io.centerline.check.CheckReport;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.RuleFolder;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Checks one rule folder at a time: a check keeps both cores busy for seconds, and decisions come first. */
@Singleton
public final class RulebookChecks {
    private static final int PATIENCE_SECONDS = 30;
    private static final int RETRY_SECONDS = 5;

    private final RulebookCheck check;
    private final Semaphore turn = new Semaphore(1, true);

    RulebookChecks(Schedule schedule) {
        this.check = new RulebookCheck(schedule);
    }

    /** Waits its turn and checks; ends the request when the turn does not come. */
    public CheckReport check(RuleFolder folder) {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException("other rulebooks are being checked; try again in a few seconds", RETRY_SECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BusyException("the service is stopping", RETRY_SECONDS);
        }
        try {
            return check.check(folder);
        } finally {
            turn.release();
        }
    }

    /** Waits its turn, however long, and checks; for who is not waited for. */
    public CheckReport checkInTurn(RuleFolder folder) {
        turn.acquireUninterruptibly();
        try {
            return check.check(folder);
        } finally {
            turn.release();
        }
    }
}
