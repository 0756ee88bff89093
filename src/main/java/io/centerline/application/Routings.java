package io.centerline.application;

import io.centerline.accounts.Accounts;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.application.AccountsOnFile.Completed;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.RoutingFacts;
import io.centerline.intake.RoutingRequest;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Routes an activity: reads the request, completes it with what is on file, routes, and records the routing. */
@Singleton
public final class Routings {
    private final Intakes intakes;
    private final ActiveRulebook active;
    private final Accounts accounts;
    private final DecisionMeters meters;
    private final Recorder recorder;
    private final Clock clock;

    Routings(
            Intakes intakes,
            ActiveRulebook active,
            Accounts accounts,
            DecisionMeters meters,
            Recorder recorder,
            Clock clock) {
        this.intakes = intakes;
        this.active = active;
        this.accounts = accounts;
        this.meters = meters;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Asks the store each time. */
    AccountsOnFile onFile() {
        return accounts::onFile;
    }

    /**
     * Routes the activity of a request under the rulebook that serves; ends once the routing is durable, if it is to be kept.
     *
     * @throws RefusedException with everything that is wrong with the request
     */
    public CompletionStage<DecisionAnswer> route(DecisionRequest asked) {
        return route(active.serving(), asked, onFile());
    }

    /** The same under a given rulebook, with a given way to look up what is on file. */
    CompletionStage<DecisionAnswer> route(Serving serving, DecisionRequest asked, AccountsOnFile onFile) {
        Routing routing = routing(serving, asked, onFile);
        return asked.keep()
                ? recorder.record(routing, asked.key()).thenApply(DecisionAnswer::of)
                : CompletableFuture.completedFuture(DecisionAnswer.unrecorded(recorder.unrecorded(routing)));
    }

    /** A batch of requests that are all routed under the rulebook that serves now. */
    public RoutingBatch batch(Explain detail, boolean keep, @Nullable String key) {
        return new RoutingBatch(this, active.serving(), detail, keep, key);
    }

    private Routing routing(Serving serving, DecisionRequest asked, AccountsOnFile onFile) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        RoutingRequest read = intakes.routings(serving).read(asked.body(), today);
        if (read instanceof RoutingRequest.Refused refused) {
            throw asked.refused(kind(refused.issues()), refused.issues());
        }
        RefusedException.ifAny(asked.issues());
        RoutingRequest.Accepted accepted = (RoutingRequest.Accepted) read;
        RoutingFacts stated = accepted.facts();
        Completed<RoutingFacts> known = accepted.leavesAccountOpen()
                ? onFile.complete(
                        stated.importer(), stated.asOf(), accepted.kindAt(), accepted.warnings(), stated::with)
                : new Completed<>(stated, accepted.warnings());
        RoutingAnswer answer =
                meters.route(() -> serving.router().route(known.facts(), known.warnings(), asked.detail()));
        if (answer instanceof RoutingAnswer.Refused refused) {
            throw asked.refused(kind(refused.issues()), refused.issues());
        }
        return ((RoutingAnswer.Routed) answer).routing();
    }

    private static FailureKind kind(List<Issue> issues) {
        if (issues.stream().anyMatch(issue -> issue.code() == IssueCode.NOT_ROUTED)) {
            return FailureKind.NOT_ROUTED;
        }
        return FailureKind.ofFacts(issues);
    }
}
