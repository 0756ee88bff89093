package io.centerline.application;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.AdoptionEffect;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.ChangeRequest;
import io.centerline.accounts.Expectation;
import io.centerline.accounts.ProposalAdoption;
import io.centerline.accounts.Reassessment;
import io.centerline.accounts.Reassessments;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.journal.Recorded;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes recorded decisions the placements on file. Adopting a decision once more changes nothing, unless it is meant for exactly
 * the version on file.
 */
@Singleton
public final class DecisionAdoption {
    private final DecisionLookup decisions;
    private final Reassessments reassessments;
    private final Accounts accounts;

    DecisionAdoption(DecisionLookup decisions, Reassessments reassessments, Accounts accounts) {
        this.decisions = decisions;
        this.reassessments = reassessments;
        this.accounts = accounts;
    }

    /**
     * A decision that was adopted.
     *
     * @param decision the decision
     * @param changed what it did to the account
     */
    public record Adopted(AdoptableDecision decision, AccountChanged changed) {

        /** What it did, in a word. */
        public AdoptionEffect effect() {
            return AdoptionEffect.of(decision.id(), changed);
        }
    }

    /**
     * Adopts one decision.
     *
     * @param id a decision id
     * @param expected what must be on file for its importer
     * @param since the first day of the placement; null for the day decided for
     * @throws RefusedException when there is no such decision
     * @throws ChangeRefused when it cannot be adopted
     */
    public Adopted adopt(String id, Expectation expected, @Nullable LocalDate since, String author, String reason) {
        List<Issue> issues = new ArrayList<>();
        AdoptableDecision decision = AdoptableDecision.of(decisions.getWhole(id).draft(), "id", issues);
        if (decision == null) {
            throw new ChangeRefused(issues);
        }
        ChangeRequest request = new ChangeRequest(decision.importer(), expected, decision.adoption("id", since));
        return new Adopted(
                decision, accounts.change(List.of(request), author, reason).get(0));
    }

    /**
     * Adopts proposals of the work list in one transaction: all, or none and every reason why. An account that changed since
     * it was reassessed is such a reason.
     *
     * @param ids decision ids; an issue points at one as {@code /decisions/3}
     * @param since the first day of the placements; null for the day each was decided for
     * @return one entry a decision, in the order given
     * @throws ChangeRefused with everything that keeps them from being adopted
     */
    public List<Adopted> adoptAll(List<UUID> ids, @Nullable LocalDate since, String author, String reason) {
        List<Issue> issues = new ArrayList<>();
        List<AdoptableDecision> adoptable = adoptable(ids, issues);
        List<ChangeRequest> requests = requests(ids, since, adoptable);
        if (!issues.isEmpty()) {
            issues.addAll(accounts.contradictions(requests));
            throw new ChangeRefused(inOrder(issues));
        }
        List<AccountChanged> changed = accounts.change(requests, author, reason);
        List<Adopted> adopted = new ArrayList<>();
        for (int i = 0; i < adoptable.size(); i++) {
            adopted.add(new Adopted(adoptable.get(i), changed.get(i)));
        }
        return adopted;
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
        Recorded recorded = decisions.findWhole(id).orElse(null);
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

    private List<ChangeRequest> requests(List<UUID> ids, @Nullable LocalDate since, List<AdoptableDecision> adoptable) {
        Map<ImporterNumber, Reassessment> last = reassessments.last(
                adoptable.stream().map(AdoptableDecision::importer).toList());
        return adoptable.stream()
                .map(decision -> new ChangeRequest(
                        decision.importer(),
                        new Expectation.Anything(),
                        new ProposalAdoption(
                                decision.adoption(pointer(ids.indexOf(decision.id())), since),
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
