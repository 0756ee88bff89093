package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RoutingIntake;
import io.centerline.intake.RoutingRequest;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.routing.Router;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.HtsReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScenarioAnswerTest {

    /** Scenarios are told in the words of the answer a client gets, so they are compared with that answer. */
    @Test
    void of_everyShippedScenario_saysWhatTheAnswerToAClientSays() {
        Rulebook rulebook = TestRulebook.shared();
        JsonIntake intake = new JsonIntake(
                new HtsReader(TestFolders.SCHEDULE),
                TestFolders.SCHEDULE,
                rulebook.firstCoveredDay(),
                IntakeLimits.DEFAULT);
        int cases = 0;
        TestFolder tests = TestFolder.read(TestFolders.SHIPPED.tests(), TestFolders.SCHEDULE, new Diagnostics());
        for (Scenario scenario : tests.scenarios()) {
            for (Scenario.Case one : scenario.cases()) {
                cases++;
                if (one.kind() == Scenario.Kind.ROUTING) {
                    Routing routing = route(rulebook, JsonBytes.of(scenario.request(one)));
                    assertThat(FlowYaml.print(ScenarioAnswer.of(routing)))
                            .as(one.name().text())
                            .isEqualTo(FlowYaml.print(ClientAnswer.of(routing)));
                    continue;
                }
                Intake.Accepted read =
                        (Intake.Accepted) intake.read(JsonBytes.of(scenario.request(one)), LocalDate.EPOCH);
                Decision decision =
                        new Placement(rulebook).decide(read.facts(), read.warnings(), Placement.Explain.FULL);

                assertThat(FlowYaml.print(ScenarioAnswer.of(decision)))
                        .as(one.name().text())
                        .isEqualTo(FlowYaml.print(ClientAnswer.of(decision)));
            }
        }
        assertThat(cases).isPositive();
    }

    private static Routing route(Rulebook rulebook, byte[] request) {
        RoutingIntake intake = new RoutingIntake(
                new HtsReader(TestFolders.SCHEDULE),
                TestFolders.SCHEDULE,
                rulebook.firstRoutedDay().orElseThrow(),
                (activity, day) -> false,
                IntakeLimits.DEFAULT);
        RoutingRequest.Accepted read = (RoutingRequest.Accepted) intake.read(request, LocalDate.EPOCH);
        RoutingAnswer answer = new Router(rulebook).route(read.facts(), read.warnings(), Placement.Explain.FULL);
        return ((RoutingAnswer.Routed) answer).routing();
    }
}
