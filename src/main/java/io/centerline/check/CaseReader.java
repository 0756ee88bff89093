package io.centerline.check;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlReader;
import io.centerline.tariff.HtsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one case file: a list of cases, each of a rule that stands in the rule file beside it. */
final class CaseReader {
    static final String SUFFIX = ".cases.yaml";

    private final String file;
    private final String text;
    private final HtsReader numbers;
    private final Diagnostics diagnostics;

    /**
     * A reader of one file.
     *
     * @param path below the rules folder, such as {@code placement/appeal.cases.yaml}
     */
    CaseReader(String path, String text, HtsReader numbers, Diagnostics diagnostics) {
        this.file = "rules/" + path;
        this.text = text;
        this.numbers = numbers;
        this.diagnostics = diagnostics;
    }

    HtsReader numbers() {
        return numbers;
    }

    Optional<Fields> part(YamlNode node, String what, List<String> required, List<String> optional) {
        return Fields.of(node, what, required, optional, text, diagnostics.as(DiagnosticCode.TEST_MALFORMED));
    }

    /**
     * The cases of a file.
     *
     * @param rules the path of the rule file beside it, as places name it
     * @param cases those that could be read
     * @param named the rules that have a case there, readable or not, where they are named
     * @param whole whether the file could be read as YAML
     */
    record Read(String rules, List<RuleCase> cases, List<Fields.Told> named, boolean whole) {}

    /** Reads the cases. */
    Read read() {
        String rules = file.substring(0, file.length() - SUFFIX.length()) + ".drl";
        Optional<YamlNode> root = YamlReader.read(file, text, diagnostics.as(DiagnosticCode.TEST_MALFORMED));
        if (root.isEmpty()) {
            return new Read(rules, List.of(), List.of(), false);
        }
        if (!(root.get() instanceof YamlNode.Items items)) {
            diagnostics.add(
                    DiagnosticCode.TEST_MALFORMED,
                    finding(
                            root.get(),
                            "a case file is a list of cases, found "
                                    + root.get().describe(),
                            "start each case with `- rule: …`"));
            return new Read(rules, List.of(), List.of(), false);
        }
        List<RuleCase> cases = new ArrayList<>();
        List<Fields.Told> named = new ArrayList<>();
        for (YamlNode node : items.nodes()) {
            Optional<Fields> fields = part(node, "a case", List.of("rule", "fires", "nearly"), List.of());
            Optional<Fields.Told> rule = fields.flatMap(found -> found.text("rule"));
            rule.ifPresent(named::add);
            if (rule.isPresent()) {
                read(rule.get(), fields.orElseThrow()).ifPresent(cases::add);
            }
        }
        return new Read(rules, cases, named, true);
    }

    private Optional<RuleCase> read(Fields.Told rule, Fields fields) {
        Optional<YamlNode> fires = fields.find("fires");
        Optional<YamlNode> nearly = fields.find("nearly");
        if (fires.isEmpty() || nearly.isEmpty()) {
            return Optional.empty();
        }
        return switch (file.split("/", -1)[1]) {
            case "membership" -> MembershipCase.read(rule, fires.get(), nearly.get(), this);
            case "counting" -> CountingCase.read(rule, fires.get(), nearly.get(), this);
            case "routing" -> RoutingCase.read(rule, fires.get(), nearly.get(), this);
            default -> PlacementCase.read(rule, fires.get(), nearly.get(), this);
        };
    }

    private Finding finding(YamlNode node, String message, String help) {
        return new Finding(node.place(), node.width(), message, help, "").withLineOf(text);
    }
}
