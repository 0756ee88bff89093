package io.centerline.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The written OpenAPI document. Its schemas are read strictly: an object has no members but those its schema names, so that
 * no answer says anything the document leaves out. Safe for any number of threads.
 */
public final class Contract {
    /** Where the document is. */
    public static final Path DOCUMENT = Path.of("src", "main", "resources", "META-INF", "openapi.yaml");

    static final String LINES = "application/x-ndjson";

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final JsonNode strict;
    private final List<Operation> operations;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
        this.strict = plain(document.at("/components/schemas"));
        strict.forEach(Contract::close);
        this.operations = operations(document.path("paths"));
    }

    /** The document as written; it fails to be read when it says anything twice. */
    public static Contract read() {
        YAMLFactory yaml = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try {
            return new Contract(new YAMLMapper(yaml).readTree(Files.readString(DOCUMENT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One operation.
     *
     * @param method in upper case
     * @param path with its parameters in braces
     * @param node what the document says of it
     */
    public record Operation(String method, String path, JsonNode node) {
        /** Method and path. */
        public String name() {
            return method + " " + path;
        }
    }

    JsonNode document() {
        return document;
    }

    /** What is meant where there may be a reference. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(at(node.path("$ref").asText())) : node;
    }

    JsonNode at(String reference) {
        return document.at(reference.substring(1));
    }

    List<Operation> operations() {
        return operations;
    }

    private static List<Operation> operations(JsonNode paths) {
        List<Operation> operations = new ArrayList<>();
        paths.fields()
                .forEachRemaining(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operations.add(new Operation(
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().path(method)))));
        return List.copyOf(operations);
    }

    Operation operation(String name) {
        return operations.stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The operation that takes a request; empty when none does. A path without parameters goes before one with them. */
    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> path.matches(operation.path().replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparing(operation -> operation.path().indexOf('{') < 0 ? 0 : 1))
                .map(Operation::path)
                .flatMap(found -> operations.stream()
                        .filter(operation -> operation.path().equals(found))
                        .filter(operation -> operation.method().equals(method))
                        .findFirst());
    }

    /** What an answer of an operation may be, by media type; missing when the status is not documented. */
    JsonNode answers(Operation operation, int status) {
        return answer(operation, status).path("content");
    }

    /** What the document says of an answer of an operation; missing when the status is not documented. */
    JsonNode answer(Operation operation, int status) {
        return resolve(operation.node().path("responses").path(Integer.toString(status)));
    }

    /** What a body of an operation may be, by media type. */
    static JsonNode bodies(Operation operation) {
        return operation.node().path("requestBody").path("content");
    }

    /** What contradicts a schema in a body: JSON, JSON a line, or another text. */
    List<String> contradictions(JsonNode schema, String mediaType, String body) {
        boolean texts = resolve(schema).path("type").asText().equals("string");
        if (mediaType.equals(LINES) && !texts) {
            return body.lines()
                    .filter(line -> !line.isBlank())
                    .flatMap(line -> contradictions(schema, parse(line)))
                    .toList();
        }
        boolean json = mediaType.endsWith("json") && !texts;
        return contradictions(schema, json ? parse(body) : TextNode.valueOf(body))
                .toList();
    }

    private Stream<String> contradictions(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(message -> message.getMessage() + " (" + message.getSchemaLocation() + ")");
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) plain(schema);
        whole.set("$defs", strict);
        return schemas.getSchema(whole, config);
    }

    /** As plain JSON Schema, which has its shared schemas elsewhere. */
    private static JsonNode plain(JsonNode schema) {
        return parse(schema.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.has("properties") && !schema.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Contract::close);
    }
}
