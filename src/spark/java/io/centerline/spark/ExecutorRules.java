package io.centerline.spark;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Schedule;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schedule and the rulebook of this process. They are built by the first task that asks, and all later tasks share them.
 * Thread-safe.
 */
final class ExecutorRules {
    private static final Map<String, ExecutorRules> BUILT = new ConcurrentHashMap<>();

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

    Schedule schedule() {
        return schedule;
    }

    Rulebook rulebook() {
        return rulebook;
    }
}
