package io.centerline.activation;

import io.centerline.check.CheckReport;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.RuleFolder;
import io.centerline.tariff.Schedule;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Whole checks, each folder once: the tests of this room begin with the shipped rules again and again. */
final class FolderChecks {
    private static final RulebookCheck CHECK = new RulebookCheck(Schedule.load());
    private static final Map<RuleFolder, CheckReport> REPORTS = new ConcurrentHashMap<>();

    private FolderChecks() {}

    static CheckReport check(RuleFolder folder) {
        return Objects.requireNonNull(REPORTS.computeIfAbsent(folder, CHECK::check));
    }
}
