package io.centerline.boot;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.FolderState;
import io.centerline.activation.FolderWatch;
import io.centerline.activation.Serving;
import io.centerline.rulebook.EvaluatorsDisagree;
import io.centerline.rulebook.language.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while decisions can be made. Rules that were saved and may not serve are told, and what served goes on. So is how
 * often the evaluators of the rules disagreed since the start; only those cases are not decided.
 */
@Readiness
@ApplicationScoped
class RulebookHealth implements HealthCheck {
    private static final int MOST_FINDINGS = 10;

    private final ActiveRulebook active;
    private final RulebookBeans rulebooks;

    RulebookHealth(ActiveRulebook active, RulebookBeans rulebooks) {
        this.active = active;
        this.rulebooks = rulebooks;
    }

    @Override
    public HealthCheckResponse call() {
        Serving serving = active.latest();
        String doubt = active.doubt();
        HealthCheckResponseBuilder health = HealthCheckResponse.named("rulebook")
                .status(doubt == null)
                .withData("rulebook", serving.rulebook().hash())
                .withData("activation", serving.activation().number());
        if (EvaluatorsDisagree.count() > 0) {
            health.withData("disagreements", EvaluatorsDisagree.count());
        }
        if (doubt != null) {
            health.withData("reason", doubt);
        }
        Long passedOver = active.passedOver();
        if (passedOver != null) {
            health.withData("refused", "activation " + passedOver + ", for which the log has no leaf");
        }
        rulebooks.watch().map(FolderWatch::state).ifPresent(folder -> tell(folder, serving, health));
        return health.build();
    }

    private static void tell(FolderState folder, Serving serving, HealthCheckResponseBuilder health) {
        health.withData("folder", folder.standing(serving).name());
        List<Finding> errors = folder.errors();
        if (!errors.isEmpty()) {
            health.withData("errors", errors.size());
            errors.stream()
                    .limit(MOST_FINDINGS)
                    .forEach(error -> health.withData(error.place().toString(), error.message()));
        }
    }
}
