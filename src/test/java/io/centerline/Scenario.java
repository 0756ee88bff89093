package io.centerline;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code rules/scenarios}; its form is taught in {@code rules/README.md}. An unknown or repeated key does not
 * load.
 *
 * @param story which real situation it is
 * @param law what the answers rest on
 * @param request what the cases have in common; empty when they share nothing
 * @param cases the questions and the answers expected
 */
record Scenario(
        @JsonProperty(required = true) String story,
        @JsonProperty(required = true) String law,
        @Nullable ObjectNode request,
        @JsonProperty(required = true) List<Case> cases) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * One question.
     *
     * @param name what it shows
     * @param request the fields that replace those of the scenario's request
     * @param decision what the answer must say, key by key
     */
    record Case(
            @JsonProperty(required = true) String name,
            @Nullable ObjectNode request,
            @JsonProperty(required = true) ObjectNode decision) {}

    static Scenario read(Path file) {
        try {
            return YAML.readValue(file.toFile(), Scenario.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** The whole request of a case: the scenario's, with the fields the case names replaced. */
    ObjectNode request(Case one) {
        ObjectNode whole = YAML.createObjectNode();
        whole.setAll(request == null ? YAML.createObjectNode() : request.deepCopy());
        whole.setAll(
                one.request() == null ? YAML.createObjectNode() : one.request().deepCopy());
        return whole;
    }

    /** A tree as it would stand in a scenario file. */
    static String print(JsonNode tree) {
        try {
            return YAML.writeValueAsString(tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a tree can be written", impossible);
        }
    }
}
