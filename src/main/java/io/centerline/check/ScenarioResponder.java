package io.centerline.check;

import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RoutingIntake;
import io.centerline.intake.RoutingRequest;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Router;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;

/** Reads the requests of scenarios as the service reads them, and answers them under one rulebook. Thread-safe. */
final class ScenarioResponder {
    private final JsonIntake placements;
    private final RoutingIntake routings;
    private final Placement placement;
    private final Router router;

    ScenarioResponder(Rulebook rulebook, Schedule schedule) {
        HtsReader reader = new HtsReader(schedule);
        LocalDate covered = rulebook.firstCoveredDay();
        this.placement = new Placement(rulebook);
        this.router = new Router(rulebook);
        this.placements = new JsonIntake(reader, schedule, covered, IntakeLimits.DEFAULT);
        this.routings = new RoutingIntake(
                reader, schedule, rulebook.firstRoutedDay().orElse(covered), router::needsPort, IntakeLimits.DEFAULT);
    }

    ScenarioResponse place(byte[] request) {
        Intake read = placements.read(request, LocalDate.EPOCH);
        if (read instanceof Intake.Refused refused) {
            return new ScenarioResponse.Refused(refused.issues());
        }
        Intake.Accepted accepted = (Intake.Accepted) read;
        Decision decision = placement.decide(accepted.facts(), accepted.warnings(), Explain.FULL);
        return ScenarioResponse.Answered.of(
                ScenarioAnswer.of(decision),
                accepted.facts().asOf(),
                decision.rules(),
                decision.explanation().detail());
    }

    ScenarioResponse route(byte[] request) {
        RoutingRequest read = routings.read(request, LocalDate.EPOCH);
        if (read instanceof RoutingRequest.Refused refused) {
            return new ScenarioResponse.Refused(refused.issues());
        }
        RoutingRequest.Accepted accepted = (RoutingRequest.Accepted) read;
        RoutingAnswer answer = router.route(accepted.facts(), accepted.warnings(), Explain.FULL);
        if (answer instanceof RoutingAnswer.Refused refused) {
            return new ScenarioResponse.Refused(refused.issues());
        }
        Routing routing = ((RoutingAnswer.Routed) answer).routing();
        return ScenarioResponse.Answered.of(
                ScenarioAnswer.of(routing),
                accepted.facts().asOf(),
                routing.rules(),
                routing.explanation().detail());
    }
}
