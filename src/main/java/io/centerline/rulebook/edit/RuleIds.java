package io.centerline.rulebook.edit;

import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Center;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives rules ids that no rule had before. Not thread-safe. */
public final class RuleIds {
    private static final int SEQUENCES = 99;
    private static final int TOPIC_NUMBERS = 999;

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> given = new HashMap<>();

    /**
     * Gives ids.
     *
     * @param rules those there are
     * @param others ids that were used elsewhere, such as by what is active
     */
    public RuleIds(List<Rule> rules, Collection<RuleId> others) {
        rules.forEach(rule -> used.add(rule.id().text()));
        others.forEach(id -> used.add(id.text()));
    }

    /**
     * The next id of a membership rule: behind the last one of its Center.
     *
     * @throws EditRefused when the Center has no number left
     */
    public RuleId next(Center center) {
        String start = "MEM-" + center.code().substring("CEE0".length());
        return new RuleId(start + "%02d".formatted(number(start, SEQUENCES)));
    }

    /**
     * The next id of a rule of another topic: behind the last one with its letters.
     *
     * @param letters such as {@code PRE}
     * @throws EditRefused when the letters have no number left
     */
    public RuleId next(String letters) {
        String start = letters + "-";
        return new RuleId(start + "%03d".formatted(number(start, TOPIC_NUMBERS)));
    }

    private int number(String start, int most) {
        int last = used.stream()
                .filter(id -> id.startsWith(start))
                .map(id -> id.substring(start.length()))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        int next = Math.max(last, given.getOrDefault(start, 0)) + 1;
        if (next > most) {
            throw new EditRefused("no id that starts with `" + start + "` is left", "");
        }
        given.put(start, next);
        return next;
    }
}
