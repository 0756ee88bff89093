package io.centerline.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.facts.Issue;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlNode.Entry;
import io.centerline.rulebook.yaml.YamlNode.Items;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.tariff.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the cases of a scenario under a rulebook: the request is read as the service reads it. Thread-safe. */
final class ScenarioRun {
    /** Keys that name some of many; the others must say everything. */
    private static final Set<String> PARTIAL = Set.of("sentences", "steps", "citations", "notFired");

    /** Keys that say what was decided and counted. */
    private static final Set<String> ANSWER = Set.of(
            "status",
            "office",
            "center",
            "port",
            "basis",
            "indicated",
            "reviews",
            "counting",
            "tallies",
            "valueShares",
            "notCounted",
            "flips");

    /** Keys whose value is what the decisive rules say. */
    private static final Set<String> DECIDED = Set.of("status", "office", "center", "basis", "summary");

    private static final String HELP = "compare the decision with the law before you copy anything from it";

    private final ScenarioResponder responder;

    ScenarioRun(Rulebook rulebook, Schedule schedule) {
        this.responder = new ScenarioResponder(rulebook, schedule);
    }

    /** Asks every case and says where a decision is not as told. */
    void check(Scenario scenario, CaseContext bench) {
        for (Scenario.Case one : scenario.cases()) {
            ObjectNode request = scenario.request(one);
            ScenarioResponse heard = ask(one, request);
            if (heard instanceof ScenarioResponse.Refused refused) {
                for (Issue issue : refused.issues()) {
                    YamlNode at = scenario.at(one, issue.pointer());
                    bench.say(
                            DiagnosticCode.SCENARIO_FAILS,
                            at,
                            "the request is refused: " + issue.message(),
                            issue.help(),
                            List.of());
                }
                continue;
            }
            ScenarioResponse.Answered answered = (ScenarioResponse.Answered) heard;
            bench.fired(answered.rules(), answered.asOf());
            ObjectNode answer = answered.answer();
            compare(one, answered, bench);
            if (!orderNeverMatters(one, request, answer)) {
                bench.say(
                        DiagnosticCode.SCENARIO_FAILS,
                        one.name().node(),
                        "with its lines, evidence, directions or appeals in another order the case is decided otherwise",
                        "order must never decide; report this",
                        concerned(one, answered, bench));
            }
        }
    }

    /** Whether every case has the answer told; which rules gave it, and in which words, is no part of that. */
    boolean isAnsweredAsTold(Scenario scenario) {
        return scenario.cases().stream().allMatch(one -> {
            if (!(ask(one, scenario.request(one)) instanceof ScenarioResponse.Answered answered)) {
                return false;
            }
            ObjectNode answer = answered.answer();
            return one.answer().entries().values().stream()
                    .filter(entry -> ANSWER.contains(entry.key().text()))
                    .allMatch(entry ->
                            faults(entry, answer.path(entry.key().text())).isEmpty());
        });
    }

    private ScenarioResponse ask(Scenario.Case one, ObjectNode request) {
        byte[] body = JsonBytes.of(request);
        return switch (one.kind()) {
            case DECISION -> responder.place(body);
            case ROUTING -> responder.route(body);
        };
    }

    /** The rules that decided, and those that are told and did not fire or the other way round. */
    private static List<Rule> concerned(Scenario.Case one, ScenarioResponse.Answered answered, CaseContext bench) {
        Set<String> mistold = new HashSet<>(told(one));
        List<String> fired = answered.rules().stream().map(RuleId::text).toList();
        mistold.removeAll(fired);
        fired.stream().filter(id -> !told(one).contains(id)).forEach(mistold::add);
        return bench.rulebook().rules().stream()
                .filter(rule -> mistold.contains(rule.id().text())
                        || answered.decisive().contains(rule))
                .toList();
    }

    /** The ids of the rules that a case tells, in their order. */
    private static Set<String> told(Scenario.Case one) {
        Set<String> told = new LinkedHashSet<>();
        one.answer().find("rules").ifPresent(rules -> rules.json().forEach(id -> told.add(id.asText())));
        return told;
    }

    /** Which rules are told and did not fire, and the other way round. */
    private static String mistold(Scenario.Case one, ScenarioResponse.Answered answered) {
        Set<String> told = told(one);
        List<String> fired = answered.rules().stream().map(RuleId::text).toList();
        List<String> parts = new ArrayList<>();
        told.stream().filter(id -> !fired.contains(id)).forEach(id -> parts.add(id + " did not fire"));
        fired.stream().filter(id -> !told.contains(id)).forEach(id -> parts.add(id + " fired too"));
        return parts.isEmpty() ? "" : String.join(", ", parts) + "; ";
    }

    private static void compare(Scenario.Case one, ScenarioResponse.Answered answered, CaseContext bench) {
        ObjectNode answer = answered.answer();
        List<Rule> related = concerned(one, answered, bench);
        String decided = answered.decisive().stream()
                .map(rule -> rule.id().text())
                .distinct()
                .collect(Collectors.joining(", ", ", decided by ", ""));
        for (Entry entry : one.answer().entries().values()) {
            String key = entry.key().text();
            if (!answer.has(key)) {
                continue;
            }
            for (YamlNode fault : faults(entry, answer.path(key))) {
                String found = PARTIAL.contains(key)
                        ? partial(entry, fault, answer.path(key))
                        : FlowYaml.print(answer.path(key));
                bench.say(
                        DiagnosticCode.SCENARIO_FAILS,
                        fault,
                        "`" + key + "` differs: " + (key.equals("rules") ? mistold(one, answered) : "") + "the "
                                + one.kind().key() + " says "
                                + Fields.quote(found)
                                + (DECIDED.contains(key) && !answered.decisive().isEmpty() ? decided : ""),
                        HELP,
                        related);
            }
        }
    }

    /** What the answer has in the place of one entry; everything when it has nothing there. */
    private static String partial(Entry entry, YamlNode fault, JsonNode actual) {
        if (entry.value() instanceof Keys keys) {
            for (Entry told : keys.entries().values()) {
                if (told.value() == fault && actual.has(told.key().text())) {
                    return told.key().text() + ": "
                            + FlowYaml.print(actual.get(told.key().text()));
                }
            }
        }
        return FlowYaml.print(actual);
    }

    /** The nodes below a key of the decision that the answer does not bear out. */
    private static List<YamlNode> faults(Entry entry, JsonNode actual) {
        YamlNode told = entry.value();
        if (!PARTIAL.contains(entry.key().text())) {
            YamlNode shown = told instanceof YamlNode.Scalar ? told : entry.key();
            return same(told.json(), actual) ? List.of() : List.of(shown);
        }
        List<YamlNode> faults = new ArrayList<>();
        if (told instanceof Items items && actual.isArray()) {
            for (YamlNode item : items.nodes()) {
                boolean there = false;
                for (JsonNode element : actual) {
                    there |= same(item.json(), element);
                }
                if (!there) {
                    faults.add(item);
                }
            }
        } else if (told instanceof Keys keys && actual.isObject()) {
            for (Entry each : keys.entries().values()) {
                if (!same(each.value().json(), actual.path(each.key().text()))) {
                    faults.add(each.value());
                }
            }
        } else {
            faults.add(entry.key());
        }
        return faults;
    }

    /** Numbers of YAML are as wide as they need be, so what is printed is compared, in its order. */
    private static boolean same(JsonNode told, JsonNode actual) {
        return told.getNodeType() == actual.getNodeType()
                && FlowYaml.print(told).equals(FlowYaml.print(actual));
    }

    /** Reverses every list but the numbers of a line, whose order says which is the commodity. */
    private boolean orderNeverMatters(Scenario.Case one, ObjectNode request, ObjectNode answer) {
        ObjectNode other = request.deepCopy();
        boolean changed = false;
        for (String list : List.of("lines", "evidence", "directed", "appeals")) {
            for (JsonNode parent : other.findParents(list)) {
                changed |= reverse(parent.get(list));
            }
        }
        return !changed
                || (ask(one, other) instanceof ScenarioResponse.Answered answered
                        && FlowYaml.print(sorted(answered.answer())).equals(FlowYaml.print(sorted(answer))));
    }

    private static boolean reverse(JsonNode node) {
        if (!(node instanceof ArrayNode list) || list.size() < 2) {
            return false;
        }
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        Collections.reverse(elements);
        list.removeAll().addAll(elements);
        return true;
    }

    /** Warnings follow the input; all else has an order of its own. */
    private static ObjectNode sorted(ObjectNode answer) {
        ObjectNode copy = answer.deepCopy();
        List<String> warnings = new ArrayList<>();
        copy.get("warnings").forEach(warning -> warnings.add(warning.asText()));
        Collections.sort(warnings);
        ArrayNode ordered = copy.putArray("warnings");
        warnings.forEach(ordered::add);
        return copy;
    }
}
