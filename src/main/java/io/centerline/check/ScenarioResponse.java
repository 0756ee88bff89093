package io.centerline.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.facts.Issue;
import io.centerline.placement.Explanation.Detail;
import io.centerline.placement.Explanation.Step;
import io.centerline.placement.Explanation.StepOutcome;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service would say to the request of a case. */
sealed interface ScenarioResponse {

    /** The request is refused. */
    record Refused(List<Issue> issues) implements ScenarioResponse {}

    /**
     * It is answered.
     *
     * @param answer the answer in the words of scenarios
     * @param asOf the day it was decided for
     * @param rules the rules that fired
     * @param decisive the rules that decided
     */
    record Answered(ObjectNode answer, LocalDate asOf, List<RuleId> rules, List<Rule> decisive)
            implements ScenarioResponse {

        static Answered of(ObjectNode answer, LocalDate asOf, List<RuleId> rules, @Nullable Detail detail) {
            List<Rule> decisive = detail == null
                    ? List.of()
                    : detail.steps().stream()
                            .filter(step ->
                                    step.outcome() == StepOutcome.DECIDED || step.outcome() == StepOutcome.CONFLICTING)
                            .map(Step::rule)
                            .toList();
            return new Answered(answer, asOf, rules, decisive);
        }
    }
}
