package io.centerline.rulebook.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.rulebook.language.SourcePlace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a YAML file that knows where it stands. */
public sealed interface YamlNode {

    SourcePlace place();

    /** How many characters it covers in its first line, at least 1. */
    int width();

    /** What it is, in an analyst's words. */
    String describe();

    /** The same without places. */
    JsonNode json();

    /** The type of a scalar, as YAML reads what stands there without quotes. */
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        FLAG,
        NOTHING
    }

    /** One value. */
    record Scalar(SourcePlace place, int width, Kind kind, String text) implements YamlNode {
        @Override
        public String describe() {
            return switch (kind) {
                case TEXT -> "a text";
                case WHOLE -> "a whole number";
                case DECIMAL -> "a decimal number";
                case FLAG -> "true or false";
                case NOTHING -> "nothing";
            };
        }

        @Override
        public JsonNode json() {
            JsonNodeFactory json = JsonNodeFactory.withExactBigDecimals(true);
            return switch (kind) {
                case TEXT -> json.textNode(text);
                case WHOLE -> json.numberNode(new BigInteger(text));
                case DECIMAL -> json.numberNode(new BigDecimal(text));
                case FLAG -> json.booleanNode(Boolean.parseBoolean(text));
                case NOTHING -> json.nullNode();
            };
        }
    }

    /** A list. */
    record Items(SourcePlace place, int width, List<YamlNode> nodes) implements YamlNode {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String describe() {
            return "a list";
        }

        @Override
        public JsonNode json() {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            nodes.forEach(node -> array.add(node.json()));
            return array;
        }
    }

    /**
     * A key and what it holds.
     *
     * @param key the key, where it stands
     */
    record Entry(Scalar key, YamlNode value) {}

    /** Keys and values, in the order written; no key twice. */
    record Keys(SourcePlace place, int width, Map<String, Entry> entries) implements YamlNode {
        public Keys {
            entries = new LinkedHashMap<>(entries);
        }

        /** What a key holds; empty when it is not there. */
        public Optional<YamlNode> find(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        @Override
        public String describe() {
            return "keys and values";
        }

        @Override
        public JsonNode json() {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            entries.forEach((key, entry) -> object.set(key, entry.value().json()));
            return object;
        }
    }

    /** The node a JSON pointer names, or the nearest one above it that exists. */
    static YamlNode at(YamlNode root, String pointer) {
        YamlNode at = root;
        String[] steps = pointer.split("/", -1);
        for (int i = 1; i < steps.length; i++) {
            String step = steps[i].replace("~1", "/").replace("~0", "~");
            if (at instanceof Keys keys && keys.find(step).isPresent()) {
                at = keys.find(step).orElseThrow();
            } else if (at instanceof Items items
                    && step.matches("[0-9]{1,9}")
                    && Integer.parseInt(step) < items.nodes().size()) {
                at = items.nodes().get(Integer.parseInt(step));
            } else {
                return at;
            }
        }
        return at;
    }
}
