package io.centerline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The examples at the end of the document, held to what was really sent and answered. With {@code -Dgolden.record=true} they
 * are written anew instead; a summary that somebody wrote stays.
 */
final class Examples {
    private static final boolean RECORD = Boolean.getBoolean("golden.record");
    private static final String START = "  examples:\n";

    private final ObjectNode examples;
    private final Set<String> seen = new TreeSet<>();

    Examples(Contract contract) {
        this.examples = contract.at("#/components/examples").deepCopy();
    }

    /** What an example says. */
    JsonNode value(String name) {
        return examples.path(name).path("value");
    }

    /** Holds an example of one of these media types to what was sent or answered; the media type it is an example of. */
    String hold(String name, JsonNode content, JsonNode shown) {
        if (RECORD && !seen.contains(name)) {
            examples.withObject("/" + name).set("value", shown);
        }
        if (!value(name).equals(shown)) {
            throw new AssertionError("example " + name + " should be\n" + shown.toPrettyString() + "\nnot\n"
                    + value(name).toPrettyString());
        }
        seen.add(name);
        return mediaType(name, content);
    }

    /** The media type that refers to an example. */
    String mediaType(String name, JsonNode content) {
        List<String> types = new ArrayList<>();
        content.fields().forEachRemaining(media -> {
            if (media.getValue().path("examples").findValuesAsText("$ref").contains("#/components/examples/" + name)) {
                types.add(media.getKey());
            }
        });
        if (types.size() != 1) {
            throw new AssertionError("example " + name + " is of " + types + " in " + content);
        }
        return types.get(0);
    }

    /** Ends: every example was seen. */
    void end() throws IOException {
        Set<String> written = new TreeSet<>();
        examples.fieldNames().forEachRemaining(written::add);
        if (!written.equals(seen)) {
            written.removeAll(seen);
            throw new AssertionError("nobody sends or answers " + written);
        }
        if (RECORD) {
            String document = Files.readString(Contract.DOCUMENT);
            int start = document.lastIndexOf("\n" + START) + 1 + START.length();
            Files.writeString(Contract.DOCUMENT, document.substring(0, start) + yaml());
        }
    }

    private String yaml() throws IOException {
        YAMLFactory yaml = YAMLFactory.builder()
                .disable(Feature.WRITE_DOC_START_MARKER)
                .disable(Feature.SPLIT_LINES)
                .enable(Feature.LITERAL_BLOCK_STYLE)
                .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        return new YAMLMapper(yaml)
                .writeValueAsString(examples)
                .lines()
                .map(line -> line.isEmpty() ? line : "    " + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
