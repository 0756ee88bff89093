package io.centerline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.centerline.api.ListFormat;
import io.centerline.api.Problem;
import io.centerline.facts.IssueCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The written document against the code: the routes say paths, parameters and media types, and a table says statuses. */
class ContractTest {
    private static final String PROBLEM = "application/problem+json";

    /** What every operation can answer. */
    private static final List<String> ALWAYS = List.of("400", "403", "406", "500");

    /** What every operation with a body can answer. */
    private static final List<String> WITH_BODY = List.of("413", "415");

    /** Operations that need no database. */
    private static final Set<String> WITHOUT_STORE =
            Set.of("GET /v1/hts/{number}", "GET /v1/centers", "GET /problems", "GET /problems/{code}");

    /** Operations that take a body of any length. */
    private static final Set<String> ENDLESS = Set.of("POST /v1/routings/batch");

    /** What else: first what is answered when all goes well, then the operation's own refusals. */
    private static final String STATUSES = """
            POST /v1/placements                                       200 201 | 409
            POST /v1/placements/batch                                 200
            POST /v1/routings                                         200 201 | 409
            POST /v1/routings/batch                                   200
            POST /v1/protests/consolidations                          200 | 409
            GET  /v1/decisions                                        200
            GET  /v1/decisions/counts                                 200
            GET  /v1/decisions/{id}                                   200 | 404
            POST /v1/decisions/{id}/replay                            200 | 404 409
            GET  /v1/decisions/{id}/proof                             200 | 404
            GET  /v1/decisions/{id}/facts                             200 | 404 410
            POST /v1/decisions/{id}/adoption                          200 201 | 404 409 412 428
            GET  /v1/decisions/{id}/appeal-packet                     200 | 404 409 410
            POST /v1/reassessments                                    200
            GET  /v1/reassessments                                    200
            POST /v1/reassessments/adoption                           200 | 409
            GET  /v1/accounts                                         200
            GET  /v1/accounts/{number}                                200 | 404
            PUT  /v1/accounts/{number}                                200 201 | 409 412 428
            POST /v1/accounts/{number}/appeals                        201 | 404 409 412 428
            GET  /v1/accounts/{number}/appeals/{appeal}               200 | 404
            PUT  /v1/accounts/{number}/appeals/{appeal}               200 | 404 409 412 428
            POST /v1/accounts/{number}/appeals/{appeal}/withdrawal    200 | 404 409 412 428
            POST /v1/accounts/{number}/appeals/{appeal}/resolution    200 | 404 409 412 428
            POST /v1/accounts/{number}/directions                     201 | 404 409 412 428
            PUT  /v1/accounts/{number}/directions/{direction}         200 | 404 409 412 428
            POST /v1/accounts/{number}/directions/{direction}/retraction  200 | 404 412 428
            GET  /v1/accounts/{number}/history                        200 | 404
            GET  /v1/journal/checkpoint                               200
            GET  /v1/journal/consistency                              200
            GET  /v1/journal/export                                   200
            GET  /v1/journal/erasures                                 200
            GET  /v1/journal/disclosures                              200
            GET  /v1/journal/records                                  200
            GET  /v1/journal/records/{index}/proof                    200 | 404
            GET  /v1/hts/{number}                                     200
            POST /v1/hts                                              200
            GET  /v1/centers                                          200
            GET  /v1/schedules                                        200
            GET  /v1/schedules/{edition}                              200 | 404
            POST /v1/rulebooks/check                                  200
            GET  /v1/rulebooks                                        200
            POST /v1/rulebooks                                        201 | 422
            GET  /v1/rulebooks/active                                 200
            GET  /v1/rulebooks/activations                            200
            POST /v1/rulebooks/impact                                 202 | 404 409
            GET  /v1/rulebooks/impacts                                200
            GET  /v1/rulebooks/impacts/{id}                           200 | 404
            GET  /v1/rulebooks/{hash}                                 200 | 404 409
            GET  /v1/rulebooks/{hash}/diff/{other}                    200 | 404 409
            POST /v1/rulebooks/{hash}/activation                      200 | 404 409
            GET  /v1/proposals                                        200
            POST /v1/proposals                                        201 | 404 409 422
            GET  /v1/proposals/{proposal}                             200 | 404
            POST /v1/proposals/{proposal}/reviews                     200 | 404 409 412 428
            POST /v1/proposals/{proposal}/withdrawal                  200 | 404 409 412 428
            GET  /problems                                            200
            GET  /problems/{code}                                     200 | 404
            """;

    /** Lists choose their media type themselves. */
    private static final List<String> LISTS = Arrays.stream(ListFormat.values())
            .map(format -> withoutCharset(format.contentType()))
            .toList();

    private final Contract contract = Contract.read();

    @Test
    void document_operations_areThoseOfTheCode() {
        Map<String, String[]> statuses = statuses();
        Set<String> coded = new TreeSet<>();
        for (Route route : routes()) {
            coded.addAll(route.lines());
            coded.addAll(answers(route, statuses.remove(route.name())));
        }

        assertThat(statuses)
                .as("statuses of operations that the code does not have")
                .isEmpty();
        Set<String> written = written();
        assertThat(without(coded, written)).as("only the code says").isEmpty();
        assertThat(without(written, coded)).as("only the document says").isEmpty();
        assertThat(written).hasSizeGreaterThan(400);
    }

    @Test
    void document_references_pointToWhatIsThere() {
        assertThat(contract.document().findValuesAsText("$ref"))
                .hasSizeGreaterThan(300)
                .allSatisfy(reference -> assertThat(contract.at(reference).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void document_partsThatAreShared_areUsed() {
        List<String> used = contract.document().findValuesAsText("$ref");
        List<String> shared = new ArrayList<>();
        contract.document()
                .path("components")
                .fields()
                .forEachRemaining(kind -> kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> shared.add("#/components/" + kind.getKey() + "/" + name)));

        assertThat(used).containsAll(shared);
    }

    @Test
    void document_issuesAndProblems_areThoseOfTheCode() {
        JsonNode schemas = contract.at("#/components/schemas");

        assertThat(texts(schemas.at("/IssueCode/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(IssueCode.values()).map(Enum::name).toList());
        assertThat(schemas.at("/IssueCode/description").asText())
                .contains(Arrays.stream(IssueCode.values())
                        .map(code -> "- `" + code + "`: " + code.meaning())
                        .toList());
        assertThat(texts(schemas.at("/Problem/properties/type/enum")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Problem.Kind.values())
                        .map(kind -> Problem.of(kind, "").type())
                        .toList());
    }

    /** A comma in an unquoted description makes the rest of it a keyword without a value. */
    @Test
    void document_keywords_haveValues() {
        List<String> empty = new ArrayList<>();
        visit(
                contract.at("#/components/schemas"),
                node -> node.fields().forEachRemaining(member -> {
                    if (member.getValue().isNull()) {
                        empty.add(member.getKey());
                    }
                }));

        assertThat(empty).isEmpty();
    }

    @Test
    void document_objectsThatAreAlike_haveOneNamedSchema() {
        Map<JsonNode, Integer> anonymous = new HashMap<>();
        visit(contract.at("#/components/schemas"), node -> {
            if (node.path("properties").isObject()) {
                anonymous.merge(node.path("properties"), 1, Integer::sum);
            }
        });

        assertThat(anonymous)
                .allSatisfy((properties, times) ->
                        assertThat(times).as(properties.toString()).isEqualTo(1));
    }

    @Test
    void document_objects_sayWhatIsInThem() {
        visit(contract.at("#/components/schemas"), node -> {
            if (node.path("type").asText().equals("object")
                    || texts(node.path("type")).equals(List.of("object", "null"))) {
                assertThat(node.has("properties") || node.has("additionalProperties"))
                        .as(node.toString())
                        .isTrue();
            }
        });
    }

    @Test
    void document_jsonBodiesAndAnswers_haveExamplesThatFitTheirSchemas() {
        for (Contract.Operation operation : contract.operations()) {
            examples(operation.name() + " takes", Contract.bodies(operation), true);
            operation
                    .node()
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> examples(
                            operation.name() + " answers " + status,
                            contract.answers(operation, Integer.parseInt(status)),
                            status.startsWith("2")));
        }
    }

    private void examples(String where, JsonNode content, boolean needed) {
        content.fields().forEachRemaining(media -> {
            JsonNode schema = media.getValue().path("schema");
            boolean json = media.getKey().endsWith("json")
                    && !contract.resolve(schema).path("type").asText().equals("string");
            assertThat(media.getValue().has("examples") || !(json && needed))
                    .as(where + " " + media.getKey())
                    .isTrue();
            media.getValue().path("examples").forEach(example -> {
                JsonNode value = contract.resolve(example).path("value");
                assertThat(contract.contradictions(
                                schema, media.getKey(), value.isTextual() ? value.asText() : value.toString()))
                        .as(where + " " + example)
                        .isEmpty();
            });
        });
    }

    /** A method that answers requests. */
    private record Route(String name, Method method, List<String> consumes, List<String> produces) {

        static Optional<Route> of(Class<?> resource, Method method) {
            return Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .findFirst()
                    .map(verb -> new Route(
                            verb.value() + " " + path(resource, method),
                            method,
                            takesBody(verb.value(), method) ? types(resource, method, Consumes.class) : List.of(),
                            types(resource, method, Produces.class)));
        }

        private static String path(Class<?> resource, Method method) {
            Path own = method.getAnnotation(Path.class);
            return resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        }

        private static boolean takesBody(String verb, Method method) {
            return !verb.equals("GET")
                    && !types(method.getDeclaringClass(), method, Consumes.class)
                            .isEmpty();
        }

        private static List<String> types(Class<?> resource, Method method, Class<? extends Annotation> kind) {
            Annotation found = Stream.of(method.getAnnotation(kind), resource.getAnnotation(kind))
                    .filter(annotation -> annotation != null)
                    .findFirst()
                    .orElse(null);
            List<String> types = values(found);
            return types.equals(List.of(MediaType.WILDCARD))
                    ? LISTS
                    : types.stream().map(ContractTest::withoutCharset).toList();
        }

        private static List<String> values(@Nullable Annotation types) {
            if (types == null) {
                return List.of();
            }
            return List.of(types instanceof Consumes consumes ? consumes.value() : ((Produces) types).value());
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (Parameter parameter : method.getParameters()) {
                PathParam inPath = parameter.getAnnotation(PathParam.class);
                HeaderParam inHeader = parameter.getAnnotation(HeaderParam.class);
                if (inPath != null) {
                    lines.add(name + " takes path " + inPath.value());
                }
                if (inHeader != null) {
                    lines.add(name + " takes header " + inHeader.value());
                }
            }
            consumes.forEach(type -> lines.add(name + " takes a body of " + type));
            return lines;
        }
    }

    private static String withoutCharset(String mediaType) {
        return mediaType.replaceFirst(";.*", "");
    }

    private static List<Route> routes() {
        return new ClassFileImporter()
                .importPackages("io.centerline.api").stream()
                        .filter(imported -> imported.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                                .flatMap(method -> Route.of(resource, method).stream()))
                        .toList();
    }

    private static Map<String, String[]> statuses() {
        Map<String, String[]> statuses = new HashMap<>();
        STATUSES.lines().forEach(line -> {
            String[] words = line.split("[ |]+", 3);
            statuses.put(words[0] + " " + words[1], words[2].split("[ |]+"));
        });
        return statuses;
    }

    private static List<String> answers(Route route, String @Nullable [] own) {
        assertThat(own).as("statuses of " + route.name()).isNotNull();
        List<String> statuses = new ArrayList<>(List.of(own));
        statuses.addAll(ALWAYS);
        if (!route.consumes().isEmpty()) {
            statuses.addAll(ENDLESS.contains(route.name()) ? List.of("415") : WITH_BODY);
        }
        if (!WITHOUT_STORE.contains(route.name())) {
            statuses.add("503");
        }
        return statuses.stream()
                .flatMap(status -> (status.startsWith("2") ? route.produces() : List.of(PROBLEM))
                        .stream().map(type -> route.name() + " answers " + status + " in " + type))
                .toList();
    }

    private static Set<String> without(Set<String> lines, Set<String> others) {
        Set<String> rest = new TreeSet<>(lines);
        rest.removeAll(others);
        return rest;
    }

    private Set<String> written() {
        Set<String> lines = new TreeSet<>();
        for (Contract.Operation operation : contract.operations()) {
            operation.node().path("parameters").forEach(reference -> {
                JsonNode parameter = contract.resolve(reference);
                String in = parameter.path("in").asText();
                if (!in.equals("query")) {
                    lines.add(operation.name() + " takes " + in + " "
                            + parameter.path("name").asText());
                }
            });
            Contract.bodies(operation)
                    .fieldNames()
                    .forEachRemaining(type -> lines.add(operation.name() + " takes a body of " + type));
            operation
                    .node()
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> contract.answers(operation, Integer.parseInt(status))
                            .fieldNames()
                            .forEachRemaining(
                                    type -> lines.add(operation.name() + " answers " + status + " in " + type)));
        }
        return lines;
    }

    private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> visit(child, visitor));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
