package io.centerline.web.decisions;

import io.centerline.application.AuditStep;
import io.centerline.application.AuditStep.Result;
import io.centerline.application.DecisionReplay;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.replay.Difference;
import io.centerline.replay.Replayed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a decision came out when it was decided again.
 *
 * @param steps what was done
 * @param differences everything that came out differently
 */
public record ReplayOutcome(List<AuditStep> steps, List<Difference> differences) {
    public ReplayOutcome {
        steps = List.copyOf(steps);
        differences = List.copyOf(differences);
    }

    /** Decides again; why that cannot be done is an outcome too. */
    static ReplayOutcome of(DecisionReplay replays, String id) {
        try {
            return of(replays.replay(id, null));
        } catch (RefusedException refused) {
            if (refused.failure().kind() != FailureKind.NOT_REPLAYABLE) {
                throw refused;
            }
            return new ReplayOutcome(
                    List.of(step("Replay", Result.NOT_SHOWN, refused.failure().detail())), List.of());
        }
    }

    private static ReplayOutcome of(Replayed replayed) {
        Result result = replayed.same() ? Result.HOLDS : Result.FAILS;
        return new ReplayOutcome(
                List.of(
                        step("Rulebook", Result.HOLDS, replayed.rulebook().replayed()),
                        step("Schedule", Result.HOLDS, replayed.schedule()),
                        step("Leaf then", result, replayed.leaf().recorded()),
                        step("Leaf now", result, replayed.leaf().replayed()),
                        step("Replay", result, replayed.same() ? "the same, byte for byte" : "not the same")),
                replayed.differences());
    }

    private static AuditStep step(String name, Result result, @Nullable String sentence) {
        return new AuditStep(name, result, String.valueOf(sentence), List.of());
    }
}
