package io.centerline.application;

import io.centerline.check.CheckReport;
import io.centerline.check.History;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.RuleFolder;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Checks one rule folder at a time: a check keeps both cores busy for seconds, and decisions come first. */
@Singleton
public final class RulebookChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RETRY_SECONDS = 5;

    private final RulebookCheck check;
    private final Turns turns =
            new Turns(1, PATIENCE, RETRY_SECONDS, "other rulebooks are being checked; try again in a few seconds");

    RulebookChecks(Schedule schedule) {
        this.check = new RulebookCheck(schedule);
    }

    /** Waits its turn and checks; ends the request when the turn does not come. */
    public CheckReport check(RuleFolder folder) {
        return turns.take(() -> check.check(folder));
    }

    /** The same, and that the rules continue a history. */
    public CheckReport check(RuleFolder folder, History past) {
        return turns.take(() -> check.check(folder, past));
    }

    /** Waits its turn, however long, and checks; for who is not waited for. */
    public CheckReport checkInTurn(RuleFolder folder) {
        return turns.takeInTurn(() -> check.check(folder));
    }
}
