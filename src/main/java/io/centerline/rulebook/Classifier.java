package io.centerline.rulebook;

import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Membership;
import io.centerline.tariff.HtsNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Classifies numbers: asks the membership rules once per number and remembers the answer, since membership depends on
 * nothing but the number.
 */
final class Classifier {
    /** More distinct numbers than any schedule has; beyond it answers are not remembered, so callers cannot fill memory. */
    private static final int MOST_REMEMBERED = 200_000;

    private record SlotKey(int heading, RuleId rule) {}

    private final StageRules stage;
    private final Map<HtsNumber, Optional<Classified>> memo = new ConcurrentHashMap<>();
    private final Map<SlotKey, Classified> slots = new ConcurrentHashMap<>();
    private final AtomicInteger nextSlot = new AtomicInteger();

    Classifier(StageRules stage) {
        this.stage = stage;
    }

    // Optional is a value here, not an answer: the map cannot hold null.
    @Nullable
    Classified classify(HtsNumber number) {
        Optional<Classified> known = memo.get(number);
        return known != null ? known.orElse(null) : ask(number);
    }

    int slots() {
        return nextSlot.get();
    }

    private @Nullable Classified ask(HtsNumber number) {
        Optional<Classified> answer = deepest(number);
        if (memo.size() < MOST_REMEMBERED) {
            memo.put(number, answer);
        }
        return answer.orElse(null);
    }

    /** The claim of the deepest level wins: subheading over heading, heading over chapter. */
    private Optional<Classified> deepest(HtsNumber number) {
        Rule winner = null;
        Membership membership = null;
        int depth = 0;
        for (Firing firing : stage.fire(List.of(number))) {
            int digits = firing.rule().range().map(NumberRange::digits).orElseThrow();
            if (digits > depth) {
                depth = digits;
                winner = firing.rule();
                membership = (Membership) firing.conclusion();
            }
        }
        return winner == null || membership == null
                ? Optional.empty()
                : Optional.of(slot(number.heading(), winner, membership));
    }

    private Classified slot(int heading, Rule rule, Membership membership) {
        return slots.computeIfAbsent(
                new SlotKey(heading, rule.id()),
                key -> new Classified(nextSlot.getAndIncrement(), heading, membership.center(), rule));
    }
}
