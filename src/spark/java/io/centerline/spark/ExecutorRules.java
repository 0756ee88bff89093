package io.centerline.spark;

import io.centerline.batch.PlainRows;
import io.centerline.batch.RunDecision;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.rows.RowIntake;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schedule and the rulebook of this process. They are built by the first task that asks, and all later tasks share them.
 * Thread-safe.
 */
final class ExecutorRules {
    private static final IntakeLimits LIMITS = new IntakeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final String UNPACKAGED = "unpackaged";

    private static final Map<String, ExecutorRules> BUILT = new ConcurrentHashMap<>();

    private final Map<LocalDate, PlainRows> plain = new ConcurrentHashMap<>();

    private final Schedule schedule;
    private final Rulebook rulebook;

    private ExecutorRules(Schedule schedule, Rulebook rulebook) {
        this.schedule = schedule;
        this.rulebook = rulebook;
    }

    /**
     * Those of these sources.
     *
     * @param hash the hash of the rulebook
     * @param sources the text of each rule file
     */
    static ExecutorRules of(String hash, Map<String, String> sources) {
        return BUILT.computeIfAbsent(
                hash, none -> new ExecutorRules(Schedule.load(), Rulebook.of(new RuleFiles(new TreeMap<>(sources)))));
    }

    /** Reads rows under them. */
    RowIntake intake() {
        return new RowIntake(new HtsReader(schedule), schedule, rulebook.firstCoveredDay(), LIMITS);
    }

    /** Which rows may be added up on a day. */
    PlainRows plain(LocalDate asOf) {
        return plain.computeIfAbsent(asOf, day -> PlainRows.of(rulebook, schedule, day));
    }

    /** What decisions under them are made of. */
    RunDecision.Stamp stamp() {
        String version = Rulebook.class.getPackage().getImplementationVersion();
        return new RunDecision.Stamp(schedule.edition(), version == null ? UNPACKAGED : version);
    }

    Schedule schedule() {
        return schedule;
    }

    Rulebook rulebook() {
        return rulebook;
    }
}
