package io.centerline.api;

import io.centerline.accounts.Accounts;
import io.centerline.activation.Serving;
import io.centerline.api.Problem.Kind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.RoutingFacts;
import io.centerline.facts.RoutingRequest;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads a request to route an activity, completes it with what is on file, and routes. */
@Singleton
final class RoutingDesk {
    private final Intakes intakes;
    private final Accounts accounts;
    private final DecisionMeters meters;
    private final Clock clock;

    RoutingDesk(Intakes intakes, Accounts accounts, DecisionMeters meters, Clock clock) {
        this.intakes = intakes;
        this.accounts = accounts;
        this.meters = meters;
        this.clock = clock;
    }

    /** Asks the store each time. */
    OnFile onFile() {
        return accounts::onFile;
    }

    /**
     * Routes what a body asks for.
     *
     * @param issues what is wrong with the request besides its body
     * @throws RefusedException with everything that is wrong
     */
    Routing route(Serving serving, byte[] body, Explain detail, List<Issue> issues, OnFile onFile) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        RoutingRequest read = intakes.routings(serving).read(body, today);
        if (read instanceof RoutingRequest.Refused refused) {
            throw refused(issues, refused.issues());
        }
        RefusedException.ifAny(issues);
        RoutingRequest.Accepted accepted = (RoutingRequest.Accepted) read;
        RoutingFacts asked = accepted.facts();
        RoutingFacts facts = accepted.leavesAccountOpen()
                ? onFile.complete(asked, asked.importer(), asked.asOf(), asked::with)
                : asked;
        RoutingAnswer answer = meters.route(() -> serving.router().route(facts, accepted.warnings(), detail));
        if (answer instanceof RoutingAnswer.Refused refused) {
            throw refused(issues, refused.issues());
        }
        return ((RoutingAnswer.Routed) answer).routing();
    }

    private static RefusedException refused(List<Issue> issues, List<Issue> more) {
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(more);
        return new RefusedException(Problem.invalid(kind(more), all));
    }

    private static Kind kind(List<Issue> issues) {
        if (issues.stream().anyMatch(issue -> issue.code() == IssueCode.NOT_ROUTED)) {
            return Kind.NOT_ROUTED;
        }
        return Kind.ofFacts(issues);
    }
}
