package io.centerline.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a tree as JSON without an object mapper, which would take a good part of a check's time to load. */
final class JsonBytes {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonBytes() {}

    static byte[] of(JsonNode tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes);
                JsonParser nodes = new TreeTraversingParser(tree)) {
            nodes.nextToken();
            out.copyCurrentStructure(nodes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a tree can be written", impossible);
        }
        return bytes.toByteArray();
    }
}
