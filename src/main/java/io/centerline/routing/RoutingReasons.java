package io.centerline.routing;

import io.centerline.facts.Issue;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation.Detail;
import io.centerline.placement.Explanation.Flip;
import io.centerline.placement.Explanation.NotFired;
import io.centerline.placement.Explanation.Step;
import io.centerline.placement.Explanation.StepOutcome;
import io.centerline.placement.Outcome;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Practice;
import io.centerline.placement.Ranking;
import io.centerline.placement.ReviewNote;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.RoutingQuestion;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.rulebook.vocabulary.Review;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules of both stages say of one activity, put together to a routing. */
final class RoutingReasons {
    /** Doubts about the goods of one entry; the others are about placing an account. */
    private static final Set<ReviewCode> OF_ENTRIES =
            EnumSet.of(ReviewCode.TIE, ReviewCode.INFERRED_RANGE, ReviewCode.GOODS_UNCLEAR, ReviewCode.LINE_VERSIONS);

    /** Doubts about an account that can move its entries. */
    private static final Set<ReviewCode> OF_ACCOUNTS = EnumSet.of(ReviewCode.CONFLICT, ReviewCode.APPEAL_OPEN);

    private final Edition edition;
    private final RoutingFacts facts;
    private final Office office;
    private final AccountView account;
    private final Placement.@Nullable Examined goods;
    private final RoutingQuestion question;
    private final List<Firing> routed;
    private final @Nullable Outcome destination;
    private final Practice practice;

    RoutingReasons(
            Edition edition,
            RoutingFacts facts,
            Office office,
            AccountView account,
            Placement.@Nullable Examined goods,
            RoutingQuestion question,
            Practice practice) {
        this.practice = practice;
        this.edition = edition;
        this.facts = facts;
        this.office = office;
        this.account = account;
        this.goods = goods;
        this.question = question;
        this.routed = edition.route(question);
        this.destination = office.hasCenter() ? destination(routed) : null;
    }

    private Outcome destination(List<Firing> routed) {
        Outcome outcome =
                Ranking.outcome(routed.stream().map(Firing::conclusion).toList());
        boolean disputed = outcome instanceof Outcome.Pending && account.status() == AccountStatus.CONFLICT;
        return disputed ? account.decision().outcome() : outcome;
    }

    /** What fired of all stages. */
    List<Firing> firings() {
        List<Firing> firings = new ArrayList<>(account.firings());
        if (goods != null) {
            firings.addAll(goods.firings());
        }
        firings.addAll(routed);
        return firings;
    }

    Routing routing(List<Issue> warnings, Explain explain, String rulebook) {
        RoutingExplanation explanation = new RoutingExplanation(
                new RoutingSummary(facts, office, destination, handling(), onDestination(), pending()).sentence(),
                goods == null ? List.of() : goods.decision().explanation().tallies(),
                goods == null ? List.of() : goods.decision().explanation().notCounted(),
                explain == Explain.FULL ? new Detail(steps(), notFired(), flips()) : null);
        return new Routing(facts, office, destination, reviews(), explanation, warnings, rules(), rulebook);
    }

    private Firing handling() {
        return routed.stream()
                .filter(firing -> firing.conclusion() instanceof Handling)
                .findFirst()
                .orElseThrow();
    }

    /** The proposals that name the destination. */
    private List<Firing> onDestination() {
        return routed.stream().filter(this::decides).toList();
    }

    private boolean decides(Firing firing) {
        return destination != null
                && firing.conclusion() instanceof Proposal proposal
                && proposal.basis() == destination.basis();
    }

    /** Why no Center is certain, as the placement rules say it. */
    private String pending() {
        if (practice != Practice.FIRST && isDisputed()) {
            return conflict();
        }
        Decision undecided = goods == null ? account.decision() : goods.decision();
        return undecided.outcome() instanceof Outcome.Pending
                ? undecided.explanation().ground()
                : "no rule of routing names a Center";
    }

    /** Whether rules of routing propose different Centers on the strongest basis. */
    private boolean isDisputed() {
        return destination instanceof Outcome.Pending
                && destination.basis() != null
                && account.status() != AccountStatus.CONFLICT;
    }

    private String conflict() {
        return "proposals differ on the basis "
                + Objects.requireNonNull(destination).basis() + ": "
                + onDestination().stream()
                        .map(firing -> firing.rule().id() + " proposes "
                                + ((Proposal) firing.conclusion()).center().title())
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private List<ReviewNote> reviews() {
        if (practice == Practice.FIRST) {
            return doubts();
        }
        List<ReviewNote> reviews = new ArrayList<>(doubts());
        reviews.removeIf(note -> note.code() == ReviewCode.INFERRED_RANGE);
        if (isDisputed()) {
            reviews.add(new ReviewNote(ReviewCode.CONFLICT, conflict()));
        }
        inferredRange().ifPresent(reviews::add);
        reviews.sort(Comparator.comparing(ReviewNote::code));
        return reviews;
    }

    /** Whether the Center that the entry's goods point to hangs on ranges that are no more than a guess. */
    private Optional<ReviewNote> inferredRange() {
        Placement.Examined entry = goods;
        Placement.Firm firm = entry == null ? null : entry.firm().get().orElse(null);
        if (entry == null
                || firm == null
                || Objects.equals(firm.indicated(), entry.decision().indicated())) {
            return Optional.empty();
        }
        Center instead = firm.indicated();
        String ids = firm.low().stream().map(rule -> rule.id().text()).collect(Collectors.joining(", "));
        return Optional.of(new ReviewNote(
                ReviewCode.INFERRED_RANGE,
                "leaving out ranges of low standing (" + ids + ") would point the entry to "
                        + (instead == null ? "no Center" : instead.title())));
    }

    private List<ReviewNote> doubts() {
        Stream<ReviewNote> ofAccount = destination == null
                ? Stream.empty()
                : account.decision().reviews().stream().filter(note -> OF_ACCOUNTS.contains(note.code()));
        Stream<ReviewNote> ofEntry = goods == null
                ? Stream.empty()
                : goods.decision().reviews().stream().filter(note -> OF_ENTRIES.contains(note.code()));
        return Stream.concat(ofAccount, ofEntry)
                .sorted(Comparator.comparing(ReviewNote::code))
                .toList();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        StepOutcome accounts = destination == null
                ? StepOutcome.SET_ASIDE
                : account.status() == AccountStatus.CONFLICT ? StepOutcome.CONFLICTING : StepOutcome.DECIDED;
        concluded(account.firings())
                .map(firing -> new Step(
                        firing.rule(),
                        Ranking.basis(firing.conclusion())
                                        .equals(Optional.ofNullable(
                                                account.decision().outcome().basis()))
                                ? accounts
                                : StepOutcome.SET_ASIDE,
                        firing.sentence()))
                .distinct()
                .forEach(steps::add);
        doubtsOfAccount()
                .map(firing -> new Step(firing.rule(), StepOutcome.REVIEW, firing.sentence()))
                .distinct()
                .forEach(steps::add);
        if (goods != null) {
            Detail detail =
                    Objects.requireNonNull(goods.decision().explanation().detail());
            detail.steps().stream().filter(this::isOfTheEntry).forEach(steps::add);
        }
        steps.add(new Step(handling().rule(), StepOutcome.DECIDED, handling().sentence()));
        routed.stream()
                .filter(firing -> firing.conclusion() instanceof Proposal)
                .map(firing -> new Step(
                        firing.rule(),
                        !decides(firing)
                                ? StepOutcome.SET_ASIDE
                                : destination instanceof Outcome.Pending
                                        ? StepOutcome.CONFLICTING
                                        : StepOutcome.DECIDED,
                        firing.sentence()))
                .distinct()
                .forEach(steps::add);
        return steps;
    }

    /** What the routing shows of the doubts about the account. */
    private Stream<Firing> doubtsOfAccount() {
        return destination == null
                ? Stream.empty()
                : account.firings().stream()
                        .filter(firing -> firing.conclusion() instanceof Review review
                                && review.basis() == null
                                && OF_ACCOUNTS.contains(review.code()));
    }

    /** The proposals and bars among firings, strongest basis first. */
    private static Stream<Firing> concluded(List<Firing> firings) {
        return firings.stream()
                .filter(firing -> Ranking.basis(firing.conclusion()).isPresent())
                .sorted(Comparator.comparing((Firing firing) ->
                                Ranking.basis(firing.conclusion()).orElseThrow())
                        .thenComparing(firing -> firing.rule().id()));
    }

    /** Not the rule of the window, since an entry is counted as a whole, and only doubts that concern an entry. */
    private boolean isOfTheEntry(Step step) {
        return step.rule() != edition.counting().rule()
                && (step.outcome() != StepOutcome.REVIEW || isDoubt(step.rule()));
    }

    private boolean isDoubt(Rule rule) {
        return goods != null
                && goods.firings().stream().anyMatch(firing -> firing.rule() == rule && isDoubt(firing.conclusion()));
    }

    private static boolean isDoubt(Conclusion conclusion) {
        return conclusion instanceof Review review && OF_ENTRIES.contains(review.code());
    }

    /** The rules that could have named a Center: of routing, and those of placement that look at an account. */
    private List<NotFired> notFired() {
        List<NotFired> notFired = new ArrayList<>();
        Objects.requireNonNull(account.decision().explanation().detail()).notFired().stream()
                .filter(entry -> !entry.rule().isReview()
                        && entry.rule()
                                .basis()
                                .filter(basis -> basis.compareTo(Basis.ACCOUNT) <= 0)
                                .isPresent())
                .forEach(notFired::add);
        Reasoner reasoner = new Reasoner(question.facts());
        Set<Rule> fired = routed.stream().map(Firing::rule).collect(Collectors.toSet());
        edition.routingRules().stream()
                .filter(rule -> !rule.handles() && !fired.contains(rule))
                .forEach(rule ->
                        reasoner.shortfall(rule).ifPresent(because -> notFired.add(new NotFired(rule, because))));
        notFired.sort(Comparator.comparing(entry -> entry.rule().id()));
        return notFired;
    }

    /** Of the routing: what more goods indicate is put to the routing rules again. */
    private List<Flip> flips() {
        if (goods == null || destination == null) {
            return List.of();
        }
        if (practice.compareTo(Practice.THIRD) < 0) {
            return Objects.requireNonNull(goods.decision().explanation().detail())
                    .flips();
        }
        // More goods indicate one of few Centers, or none, however often they are asked about.
        Map<Optional<Center>, Outcome> answers = new HashMap<>();
        return goods.search()
                .list(
                        destination,
                        indicated -> answers.computeIfAbsent(
                                indicated, center -> destination(edition.route(question.with(center)))));
    }

    private List<RuleId> rules() {
        TreeSet<RuleId> ids = new TreeSet<>();
        concluded(account.firings()).forEach(firing -> ids.add(firing.rule().id()));
        doubtsOfAccount().forEach(firing -> ids.add(firing.rule().id()));
        routed.forEach(firing -> ids.add(firing.rule().id()));
        if (goods != null) {
            List<RuleId> shown = goods.decision().rules();
            goods.firings().stream()
                    .filter(firing -> !(firing.conclusion() instanceof Review) || isDoubt(firing.conclusion()))
                    .filter(firing -> practice == Practice.FIRST
                            || shown.contains(firing.rule().id()))
                    .forEach(firing -> ids.add(firing.rule().id()));
            goods.decision().explanation().tallies().stream()
                    .flatMap(tally -> tally.headings().stream())
                    .forEach(heading -> ids.add(heading.rule().id()));
            goods.decision().explanation().notCounted().stream()
                    .flatMap(missed -> missed.rules().stream())
                    .forEach(rule -> ids.add(rule.id()));
        }
        return List.copyOf(ids);
    }
}
