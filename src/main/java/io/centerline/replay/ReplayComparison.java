package io.centerline.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two decisions as JSON, list by list by what identifies an entry, so that a rule that fires in addition is one
 * difference and not one in every entry behind it.
 */
final class ReplayComparison {
    /** What tells the entries of a list apart; lists that are not here are compared whole. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "reviews", List.of("code"),
            "tallies", List.of("center"),
            "headings", List.of("heading", "rule"),
            "notCounted", List.of("reason"),
            "steps", List.of("rule"),
            "notFired", List.of("rule"),
            "flips", List.of("center"));

    private static final Set<String> WRAPPERS = Set.of("explanation");

    private final List<Difference> differences = new ArrayList<>();

    private ReplayComparison() {}

    /** Every difference, in the order of the decision. */
    static List<Difference> of(JsonNode recorded, JsonNode replayed) {
        ReplayComparison comparison = new ReplayComparison();
        for (String part : names(recorded, replayed)) {
            if (WRAPPERS.contains(part)) {
                JsonNode before = recorded.path(part);
                JsonNode after = replayed.path(part);
                for (String inner : names(before, after)) {
                    comparison.value(inner, "", "", before.get(inner), after.get(inner));
                }
            } else {
                comparison.value(part, "", "", recorded.get(part), replayed.get(part));
            }
        }
        return comparison.differences;
    }

    private void value(
            String part, String key, String field, @Nullable JsonNode recorded, @Nullable JsonNode replayed) {
        if (recorded != null && recorded.equals(replayed)) {
            return;
        }
        String list = field.isEmpty() ? part : field.substring(field.lastIndexOf(' ') + 1);
        if (recorded == null || replayed == null) {
            differences.add(new Difference(part, key, field, recorded, replayed));
        } else if (recorded.isObject() && replayed.isObject()) {
            for (String name : names(recorded, replayed)) {
                value(part, key, joined(field, name), recorded.get(name), replayed.get(name));
            }
        } else if (recorded.isArray() && replayed.isArray() && KEYS.containsKey(list)) {
            list(part, key, field, KEYS.get(list), recorded, replayed);
        } else {
            differences.add(new Difference(part, key, field, recorded, replayed));
        }
    }

    private void list(String part, String key, String field, List<String> keys, JsonNode recorded, JsonNode replayed) {
        Map<String, JsonNode> before = byKey(recorded, keys);
        Map<String, JsonNode> after = byKey(replayed, keys);
        int known = differences.size();
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String entry : all) {
            value(part, joined(key, entry), field, before.get(entry), after.get(entry));
        }
        if (differences.size() == known) {
            // The same entries, so only their order is left.
            differences.add(new Difference(part, key, joined(field, "order"), names(before), names(after)));
        }
    }

    /** The entries by what identifies them; a second of the same gets a number. */
    private static Map<String, JsonNode> byKey(JsonNode list, List<String> keys) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (JsonNode entry : list) {
            String key = keys.stream().map(name -> entry.path(name).asText()).collect(Collectors.joining(" "));
            int times = seen.merge(key, 1, Integer::sum);
            entries.put(times == 1 ? key : key + " (" + times + ")", entry);
        }
        return entries;
    }

    private static ArrayNode names(Map<String, JsonNode> entries) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        entries.keySet().forEach(names::add);
        return names;
    }

    private static Set<String> names(JsonNode recorded, JsonNode replayed) {
        Set<String> names = new LinkedHashSet<>();
        recorded.fieldNames().forEachRemaining(names::add);
        replayed.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String joined(String first, String second) {
        return first.isEmpty() ? second : first + " " + second;
    }
}
