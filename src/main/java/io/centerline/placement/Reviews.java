package io.centerline.placement;

import io.centerline.rulebook.Firing;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Review;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the reasons for a person to look: what rules say, a conflict, and reliance on ranges of low standing. */
final class Reviews {
    private final LineCount ballot;
    private final Question question;
    private final Proposals proposals;
    private final Practice practice;

    Reviews(LineCount ballot, Question question, Proposals proposals, Practice practice) {
        this.practice = practice;
        this.ballot = ballot;
        this.question = question;
        this.proposals = proposals;
    }

    List<ReviewNote> list() {
        Map<ReviewCode, Set<String>> messages = new EnumMap<>(ReviewCode.class);
        for (Firing firing : proposals.reviews()) {
            ReviewCode code = ((Review) firing.conclusion()).code();
            messages.computeIfAbsent(code, key -> new LinkedHashSet<>()).add(firing.sentence());
        }
        if (proposals.outcome() instanceof Outcome.Pending pending && pending.basis() != null) {
            messages.put(ReviewCode.CONFLICT, Set.of(proposals.conflict(pending.basis())));
        }
        inferredRange().ifPresent(message -> messages.put(ReviewCode.INFERRED_RANGE, Set.of(message)));
        return messages.entrySet().stream()
                .map(entry -> new ReviewNote(entry.getKey(), String.join("; ", entry.getValue())))
                .toList();
    }

    /** Whether the answer hangs on ranges that are no more than a guess. */
    private Optional<String> inferredRange() {
        if (ballot.votes().stream().noneMatch(vote -> vote.classified().isLow())) {
            return Optional.empty();
        }
        if (practice == Practice.FIRST) {
            return withoutTheirLines();
        }
        LineCount.Firm firm = ballot.firm();
        Outcome without = question.wouldBe(firm.tallies(), firm.setAside());
        return without.code().equals(proposals.outcome().code())
                ? Optional.empty()
                : Optional.of(leavingOut(firm.low(), without));
    }

    private Optional<String> withoutTheirLines() {
        List<LineCount.Votes> low = ballot.votes().stream()
                .filter(vote -> vote.classified().isLow())
                .toList();
        List<LineCount.Votes> others = ballot.votes().stream()
                .filter(vote -> !vote.classified().isLow())
                .toList();
        Outcome without = question.wouldBe(Tallies.of(others));
        return without.equals(proposals.outcome())
                ? Optional.empty()
                : Optional.of(leavingOut(
                        low.stream()
                                .map(vote -> vote.classified().rule())
                                .distinct()
                                .toList(),
                        without));
    }

    private String leavingOut(List<Rule> low, Outcome without) {
        String rules = low.stream().map(rule -> rule.id().text()).collect(Collectors.joining(", "));
        return "leaving out ranges of low standing (" + rules + ") would " + effect(without);
    }

    private String effect(Outcome without) {
        if (without instanceof Outcome.Placed placed) {
            return "place the importer in " + placed.center().title();
        }
        return without instanceof Outcome.NotPlaced && practice.compareTo(Practice.THIRD) >= 0
                ? "leave the importer not eligible for a Center"
                : "leave the case pending";
    }
}
