package io.centerline.rulebook;

import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Standing;
import io.centerline.rulebook.vocabulary.Membership;
import io.centerline.tariff.Center;
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

    private record SlotKey(
            int heading, RuleId rule, @Nullable RuleId firm) {}

    /** A rule that claims a number, and the Center it names. */
    private record Claim(Rule rule, Center center) {}

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
        List<Firing> claims = stage.fire(List.of(number));
        Optional<Claim> deepest = deepest(claims, false);
        Optional<Classified> answer =
                deepest.map(claim -> classified(number.heading(), claim, firm(number, claims, claim)));
        if (memo.size() < MOST_REMEMBERED) {
            memo.put(number, answer);
        }
        return answer.orElse(null);
    }

    /** The claim of the deepest level wins: subheading over heading, heading over chapter. */
    private static Optional<Claim> deepest(List<Firing> claims, boolean firmOnly) {
        Claim deepest = null;
        int depth = 0;
        for (Firing firing : claims) {
            int digits = firing.rule().range().map(NumberRange::digits).orElseThrow();
            boolean left = firmOnly && firing.rule().standing() == Standing.INFERRED_LOW;
            if (digits > depth && !left) {
                depth = digits;
                deepest = new Claim(firing.rule(), ((Membership) firing.conclusion()).center());
            }
        }
        return Optional.ofNullable(deepest);
    }

    private @Nullable Classified firm(HtsNumber number, List<Firing> claims, Claim deepest) {
        return deepest.rule().standing() == Standing.INFERRED_LOW
                ? deepest(claims, true)
                        .map(claim -> classified(number.heading(), claim, null))
                        .orElse(null)
                : null;
    }

    private Classified classified(int heading, Claim claim, @Nullable Classified firm) {
        return slots.computeIfAbsent(
                new SlotKey(
                        heading,
                        claim.rule().id(),
                        firm == null ? null : firm.rule().id()),
                key -> new Classified(nextSlot.getAndIncrement(), heading, claim.center(), claim.rule(), firm));
    }
}
