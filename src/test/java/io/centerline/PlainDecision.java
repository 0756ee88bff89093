package io.centerline;

import io.centerline.decision.Contract;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.ShippedRules;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/** Decides the request on the standard input with the core alone, in a JVM of its own. */
public final class PlainDecision {
    private PlainDecision() {}

    /**
     * Writes the decision to the standard output.
     *
     * @param args the version of the program and when the decision was made
     */
    public static void main(String... args) throws IOException {
        Schedule schedule = Schedule.load();
        Rulebook rulebook = Rulebook.of(ShippedRules.read().rules());
        Intake read = new JsonIntake(
                        new HtsReader(schedule), schedule, rulebook.firstCoveredDay(), IntakeLimits.DEFAULT)
                .read(System.in.readAllBytes(), LocalDate.EPOCH);
        Intake.Accepted accepted = (Intake.Accepted) read;
        Decision decision = new Placement(rulebook).decide(accepted.facts(), accepted.warnings(), Explain.FULL);
        Receipt receipt = new Receipt(
                null,
                decision.rulebook(),
                FactsJson.hash(decision.facts()),
                schedule.edition(),
                args[0],
                Contract.CURRENT,
                decision.facts().asOf(),
                Instant.parse(args[1]));
        System.out.write(DecisionJson.write(decision, receipt));
        System.out.flush();
    }
}
