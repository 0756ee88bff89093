package io.centerline.boot;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.FolderWatch;
import io.centerline.rulebook.EvaluatorsDisagree;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What serves, and what was saved and may not serve, as figures. */
@Singleton
final class RulebookMeters {

    void register(
            @Observes StartupEvent started, MeterRegistry meters, ActiveRulebook active, RulebookBeans rulebooks) {
        Gauge.builder(
                        "centerline.rulebook.activation",
                        active,
                        now -> now.latest().activation().number())
                .description("number of the activation that serves here")
                .register(meters);
        FunctionCounter.builder("centerline.evaluators.disagreements", this, any -> EvaluatorsDisagree.count())
                .description(
                        "cases not decided because the two evaluators of the rules disagreed; 0 unless the program is at fault")
                .register(meters);
        rulebooks.watch().ifPresent(watch -> {
            Gauge.builder(
                            "centerline.rulebook.folder.errors",
                            watch,
                            folder -> folder.state().errors().size())
                    .description("errors that keep what lies in the rule folder from serving")
                    .register(meters);
            FunctionCounter.builder("centerline.rulebook.folder.refusals", watch, FolderWatch::refusals)
                    .description("saved changes of the rule folder that were refused")
                    .register(meters);
        });
    }
}
