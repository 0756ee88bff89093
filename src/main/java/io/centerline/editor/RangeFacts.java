package io.centerline.editor;

import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.List;

/**
 * What the range of a membership rule holds on the last day of the rule that the folder can tell.
 *
 * @param numbers how many numbers of the tariff it holds
 * @param decided how many of them the rule decides, since no deeper rule claims them
 * @param evidence what sources say of them, the strongest first
 */
record RangeFacts(long numbers, long decided, List<Piece> evidence) {

    static RangeFacts of(Workspace workspace, Rule rule) {
        HtsInterval range = HtsInterval.of(rule.range().orElseThrow());
        LocalDate day = lastTold(workspace.rules(), rule.inForce());
        ClaimMap map = workspace.claims(day);
        long numbers = 0;
        long decided = 0;
        for (HtsNumber number : workspace.reportable()) {
            long filled = filled(number);
            if (range.from() <= filled && filled <= range.to()) {
                numbers++;
                List<Rule> claims = map.at(filled).claims();
                decided += !claims.isEmpty() && claims.get(0).id().equals(rule.id()) ? 1 : 0;
            }
        }
        return new RangeFacts(numbers, decided, workspace.evidence().on(range, day));
    }

    static long filled(HtsNumber number) {
        long value = Long.parseLong(number.digits());
        return number.digits().length() == 8 ? value * 100 : value;
    }

    /** The last day on which the rule is in force; of one without end, a day when all rules there are have begun. */
    static LocalDate lastTold(List<Rule> rules, InForce days) {
        if (days.hasEnd()) {
            return days.until();
        }
        LocalDate last = days.from();
        for (Rule rule : rules) {
            last = rule.inForce().from().isAfter(last) ? rule.inForce().from() : last;
        }
        return last;
    }
}
