package io.centerline.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code scenarios/}; its form is taught in {@code rules/README.md}.
 *
 * @param story which real situation it is, where it is told
 * @param request what the cases have in common; null when they share nothing
 * @param cases the questions and the answers expected
 */
record Scenario(Fields.Told story, @Nullable Keys request, List<Case> cases) {
    private static final List<String> REQUIRED = List.of("status", "center", "basis", "reviews", "summary", "rules");
    private static final List<String> ROUTING_REQUIRED =
            List.of("status", "office", "center", "basis", "reviews", "summary", "rules");

    /**
     * One question.
     *
     * @param name what it shows, where it is told
     * @param request the fields that replace those of the scenario's request; null when it replaces none
     * @param kind what is asked for
     * @param answer what the answer must say, key by key
     */
    record Case(Fields.Told name, @Nullable Keys request, Kind kind, Keys answer) {}

    /** What a case asks for; its answer stands under the kind's key. */
    @SuppressWarnings("ImmutableEnumChecker") // lists of List.of do not change
    enum Kind {
        DECISION("decision", REQUIRED, ScenarioAnswer.KEYS),
        ROUTING("routing", ROUTING_REQUIRED, ScenarioAnswer.ROUTING_KEYS);

        private final String key;
        private final List<String> required;
        private final List<String> optional;

        Kind(String key, List<String> required, List<String> all) {
            this.key = key;
            this.required = required;
            this.optional =
                    all.stream().filter(each -> !required.contains(each)).toList();
        }

        /** The key of the answer, which is also what the answer is called. */
        String key() {
            return key;
        }
    }

    Scenario {
        cases = List.copyOf(cases);
    }

    /**
     * Reads a file; empty when it could not be read, which the diagnostics then say.
     *
     * @param path below the rules folder, such as {@code scenarios/steel.yaml}
     */
    static Optional<Scenario> read(String path, String text, Diagnostics diagnostics) {
        return YamlReader.read("rules/" + path, text, diagnostics.as(DiagnosticCode.TEST_MALFORMED))
                .flatMap(root -> Fields.of(
                        root,
                        "a scenario",
                        List.of("story", "law", "cases"),
                        List.of("request"),
                        text,
                        diagnostics.as(DiagnosticCode.TEST_MALFORMED)))
                .flatMap(fields -> read(fields, text, diagnostics));
    }

    private static Optional<Scenario> read(Fields fields, String text, Diagnostics diagnostics) {
        Optional<Fields.Told> story = fields.text("story");
        fields.text("law");
        Optional<Keys> request = request(fields);
        List<Case> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<YamlNode> items = fields.items("cases");
        if (items.isEmpty() && fields.find("cases").isPresent()) {
            fields.say(fields.find("cases").orElseThrow(), "a scenario has at least one case", "");
        }
        for (YamlNode item : items) {
            boolean routes =
                    item instanceof Keys keys && keys.find(Kind.ROUTING.key()).isPresent();
            Kind kind = routes ? Kind.ROUTING : Kind.DECISION;
            Fields.of(
                            item,
                            "a case",
                            List.of("name", kind.key()),
                            List.of("request"),
                            text,
                            diagnostics.as(DiagnosticCode.TEST_MALFORMED))
                    .flatMap(part -> oneCase(part, kind, text, diagnostics))
                    .ifPresent(one -> {
                        cases.add(one);
                        if (!names.add(one.name().text())) {
                            fields.say(
                                    one.name().node(),
                                    "a second case is named `" + one.name().text() + "`",
                                    "say what sets it apart");
                        }
                    });
        }
        return story.map(told -> new Scenario(told, request.orElse(null), cases));
    }

    private static Optional<Case> oneCase(Fields fields, Kind kind, String text, Diagnostics diagnostics) {
        Optional<Fields.Told> name = fields.text("name");
        Optional<Keys> request = request(fields);
        Optional<Fields> answer = fields.find(kind.key())
                .flatMap(node -> Fields.of(
                        node,
                        "`" + kind.key() + "`",
                        kind.required,
                        kind.optional,
                        text,
                        diagnostics.as(DiagnosticCode.TEST_MALFORMED)))
                .filter(told -> AnswerWords.known(kind, told.saying(diagnostics.as(DiagnosticCode.SCENARIO_FAILS))));
        return name.isPresent() && answer.isPresent()
                ? Optional.of(new Case(
                        name.get(), request.orElse(null), kind, answer.get().keys()))
                : Optional.empty();
    }

    private static Optional<Keys> request(Fields fields) {
        Optional<YamlNode> node = fields.find("request");
        if (node.isPresent() && !(node.get() instanceof Keys)) {
            fields.say(
                    node.get(),
                    "`request` is written as keys and values, found "
                            + node.get().describe(),
                    "");
        }
        return node.filter(Keys.class::isInstance).map(Keys.class::cast);
    }

    /** The whole request of a case: the scenario's, with the fields the case names replaced. */
    ObjectNode request(Case one) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        if (request != null) {
            whole.setAll((ObjectNode) request.json());
        }
        if (one.request() != null) {
            whole.setAll((ObjectNode) one.request().json());
        }
        return whole;
    }

    /** Where the part of a case's request stands that a JSON pointer names. */
    YamlNode at(Case one, String pointer) {
        String field = pointer.split("/", -1).length > 1 ? pointer.split("/", -1)[1] : "";
        if (one.request() != null && one.request().find(field).isPresent()) {
            return YamlNode.at(one.request(), pointer);
        }
        if (request != null && request.find(field).isPresent()) {
            return YamlNode.at(request, pointer);
        }
        return one.name().node();
    }
}
