package io.centerline.application;

import io.centerline.activation.Activator;
import io.centerline.facts.Issue;
import java.util.List;

/**
 * An activation that was asked for and happened.
 *
 * @param done the activation and the replicas
 * @param warnings what whoever asked should know
 */
public record ActivatedRulebook(Activator.Activated done, List<Issue> warnings) {
    public ActivatedRulebook {
        warnings = List.copyOf(warnings);
    }
}
