package io.centerline.application;

import io.centerline.activation.ActiveRulebook;
import io.centerline.check.CheckReport;
import io.centerline.check.Diagnostic;
import io.centerline.check.DiagnosticCode;
import io.centerline.check.History;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.change.RulebookDiff;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a draft whole and against the rulebook that serves. The last few results are kept. Thread-safe. */
@Singleton
public final class DraftChecks {
    private static final int KEPT = 8;

    private final RulebookChecks checks;
    private final ActiveRulebook active;
    private final Schedule schedule;
    private final Clock clock;
    private final Map<Key, Checked> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Checked> eldest) {
            return size() > KEPT;
        }
    });

    DraftChecks(RulebookChecks checks, ActiveRulebook active, Schedule schedule, Clock clock) {
        this.checks = checks;
        this.active = active;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The files, what they are compared with, and the first day that is not past. */
    private record Key(RuleFolder folder, String active, LocalDate today) {}

    /**
     * What a check found.
     *
     * @param report the check, with what differs for past days
     * @param diff what differs from the rulebook that serves; null when the rules cannot be read
     * @param serving what serves
     */
    public record Checked(CheckReport report, @Nullable RulebookDiff diff, Rulebook serving) {

        /** What it says otherwise of past days. */
        public List<Diagnostic> past() {
            return report.diagnostics().stream()
                    .filter(found ->
                            found.code() == DiagnosticCode.PAST_CHANGED || found.code() == DiagnosticCode.ID_REUSED)
                    .toList();
        }

        /** Whether it may be stored: nothing but the past speaks against it, which an activation may correct. */
        public boolean storable() {
            return report.rulebook() != null
                    && report.count(Diagnostic.Severity.ERROR)
                            == past().stream()
                                    .filter(found -> found.severity() == Diagnostic.Severity.ERROR)
                                    .count();
        }
    }

    /**
     * Checks a folder.
     *
     * @throws BusyException when its turn to be checked does not come
     */
    public Checked check(RuleFolder folder) {
        Rulebook serving = active.latest().rulebook();
        LocalDate today = today();
        Key key = new Key(folder, serving.hash(), today);
        Checked known = kept.get(key);
        if (known == null) {
            CheckReport report = checks.check(folder, new History(serving, today));
            Rulebook rulebook = report.rulebook();
            known = new Checked(
                    report, rulebook == null ? null : RulebookDiff.between(serving, rulebook, schedule), serving);
            kept.put(key, known);
        }
        return known;
    }

    /** The first day that is not past. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
