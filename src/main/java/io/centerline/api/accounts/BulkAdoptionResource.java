package io.centerline.api.accounts;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.ChangeRequest;
import io.centerline.accounts.Expectation;
import io.centerline.accounts.ProposalAdoption;
import io.centerline.accounts.Reassessment;
import io.centerline.accounts.Reassessments;
import io.centerline.api.Bodies;
import io.centerline.api.Query;
import io.centerline.application.AdoptableDecision;
import io.centerline.application.DecisionLookup;
import io.centerline.application.RefusedException;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.journal.Recorded;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adopts what people decided about the work list. */
@Path("/v1/reassessments/adoption")
public final class BulkAdoptionResource {
    private final Bodies bodies;
    private final DecisionLookup decisions;
    private final Reassessments reassessments;
    private final AccountChanges desk;

    BulkAdoptionResource(Bodies bodies, DecisionLookup decisions, Reassessments reassessments, AccountChanges desk) {
        this.bodies = bodies;
        this.decisions = decisions;
        this.reassessments = reassessments;
        this.desk = desk;
    }

    /**
     * What was adopted.
     *
     * @param adopted one entry a decision, in the order given
     */
    public record AdoptedAnswer(List<AdoptedLine> adopted) {}

    /**
     * An adopted decision.
     *
     * @param decision its id
     * @param importer the importer number, masked where it is a social security number
     * @param center the Center the account is placed in from the first day on
     * @param since that day
     * @param version the version of the account now
     */
    public record AdoptedLine(UUID decision, String importer, String center, String since, long version) {

        static AdoptedLine of(AdoptableDecision decision, @Nullable LocalDate since, AccountChanged changed) {
            return new AdoptedLine(
                    decision.id(),
                    decision.importer().masked(),
                    decision.center().code(),
                    (since == null ? decision.asOf() : since).toString(),
                    changed.after().version());
        }
    }

    /**
     * Adopts proposals of the work list in one transaction: all, or none and every reason why. An account that changed since it
     * was reassessed is such a reason. Adopting the same once more changes nothing.
     *
     * @param request the request's query string
     * @param stream {@code {"author": "jd", "reason": "reviewed", "since": null, "decisions": ["…"]}}
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public AdoptedAnswer adopt(@Context HttpServerRequest request, InputStream stream) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        BulkAdoptionIntake.Asked asked = BulkAdoptionIntake.read(bodies.read(request, stream));
        issues.addAll(asked.issues());
        RefusedException.ifAny(issues);
        List<AdoptableDecision> adoptable = adoptable(asked.decisions(), issues);
        List<ChangeRequest> wishes = wishes(asked, adoptable);
        if (!issues.isEmpty()) {
            issues.addAll(desk.contradictions(wishes));
            throw new ChangeRefused(inOrder(issues));
        }
        List<AccountChanged> changed = desk.change(wishes, asked.author(), asked.reason(), List::of);
        List<AdoptedLine> adopted = new ArrayList<>();
        for (int i = 0; i < adoptable.size(); i++) {
            adopted.add(AdoptedLine.of(adoptable.get(i), asked.since(), changed.get(i)));
        }
        return new AdoptedAnswer(adopted);
    }

    /** The decisions that can be adopted, one for each importer. */
    private List<AdoptableDecision> adoptable(List<UUID> ids, List<Issue> issues) {
        List<AdoptableDecision> adoptable = new ArrayList<>();
        Map<ImporterNumber, Integer> places = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            AdoptableDecision decision = adoptable(ids.get(i), pointer(i), issues);
            if (decision == null) {
                continue;
            }
            Integer earlier = places.putIfAbsent(decision.importer(), i);
            if (earlier == null) {
                adoptable.add(decision);
            } else {
                issues.add(AdoptableDecision.issue(
                        pointer(i),
                        "decision `" + decision.id() + "` is about the same importer as `" + pointer(earlier) + "`",
                        "adopt one of the two"));
            }
        }
        return adoptable;
    }

    // One after the other, since the facts of each can be as long as a request.
    private @Nullable AdoptableDecision adoptable(UUID id, String pointer, List<Issue> issues) {
        Recorded recorded = decisions.find(id).orElse(null);
        if (recorded == null) {
            issues.add(new Issue(
                    IssueCode.DECISION_UNKNOWN,
                    pointer,
                    "no decision has the id `" + id + "`",
                    "take `proposal` from `GET /v1/reassessments`"));
            return null;
        }
        return AdoptableDecision.of(recorded.draft(), pointer, issues);
    }

    private List<ChangeRequest> wishes(BulkAdoptionIntake.Asked asked, List<AdoptableDecision> adoptable) {
        Map<ImporterNumber, Reassessment> last = reassessments.last(
                adoptable.stream().map(AdoptableDecision::importer).toList());
        return adoptable.stream()
                .map(decision -> new ChangeRequest(
                        decision.importer(),
                        new Expectation.Anything(),
                        new ProposalAdoption(
                                decision.adoption(pointer(asked.decisions().indexOf(decision.id())), asked.since()),
                                last.get(decision.importer()))))
                .toList();
    }

    private static String pointer(int place) {
        return "/decisions/" + place;
    }

    private static List<Issue> inOrder(List<Issue> issues) {
        return issues.stream()
                .sorted(Comparator.comparingInt((Issue issue) -> issue.pointer().length())
                        .thenComparing(Issue::pointer))
                .toList();
    }
}
