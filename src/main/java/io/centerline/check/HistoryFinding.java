package io.centerline.check;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.RuleId;
import java.util.List;

/**
 * One thing in which a rulebook departs from the history it continues.
 *
 * @param code {@link DiagnosticCode#PAST_CHANGED} or {@link DiagnosticCode#ID_REUSED}
 * @param rule the id of the rule
 * @param days the past days that change; of a reused id, the days of the rule
 * @param finding where it is and what is wrong
 * @param example a number, or facts, and a day that come out otherwise; empty when there is none to show
 */
public record HistoryFinding(DiagnosticCode code, RuleId rule, InForce days, Finding finding, String example) {

    /** The same as a diagnostic of a check. */
    Diagnostic diagnostic() {
        return new Diagnostic(code.severity(), code, finding, List.of(), example);
    }
}
