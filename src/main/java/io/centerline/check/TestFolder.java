package io.centerline.check;

import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.centerline.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * The cases and scenarios of a rule folder, read as far as they can be.
 *
 * @param texts the text of each file by its path below the folder
 * @param files the case files
 * @param scenarios the scenarios, in the order of their files
 */
record TestFolder(SortedMap<String, String> texts, List<CaseReader.Read> files, List<Scenario> scenarios) {
    private static final String SCENARIOS = "scenarios/";

    /** Reads all files. */
    static TestFolder read(SortedMap<String, String> texts, Schedule schedule, Diagnostics diagnostics) {
        HtsReader numbers = new HtsReader(schedule);
        List<CaseReader.Read> files = new ArrayList<>();
        List<Scenario> scenarios = new ArrayList<>();
        texts.forEach((path, text) -> {
            if (path.startsWith(SCENARIOS)) {
                Scenario.read(path, text, diagnostics).ifPresent(scenarios::add);
            } else if (isBesideRules(path)) {
                files.add(new CaseReader(path, text, numbers, diagnostics).read());
            } else {
                diagnostics.add(
                        DiagnosticCode.TEST_MALFORMED,
                        new Finding(
                                new SourcePlace("rules/" + path, 1, 1),
                                1,
                                "the file is neither a case file beside a rule file nor a scenario",
                                "cases are in `<rule file>" + CaseReader.SUFFIX + "`, scenarios in `scenarios/`",
                                ""));
            }
        });
        TestFolder folder = new TestFolder(texts, files, scenarios);
        folder.checkStories(diagnostics);
        return folder;
    }

    private static boolean isBesideRules(String path) {
        return path.endsWith(CaseReader.SUFFIX)
                && Arrays.stream(Stage.values()).anyMatch(stage -> path.startsWith(stage.folder() + "/"));
    }

    private void checkStories(Diagnostics diagnostics) {
        Map<String, YamlNode> stories = new HashMap<>();
        for (Scenario scenario : scenarios) {
            YamlNode node = scenario.story().node();
            YamlNode other = stories.putIfAbsent(scenario.story().text(), node);
            if (other != null) {
                diagnostics.add(
                        DiagnosticCode.TEST_MALFORMED,
                        finding(node, "another scenario tells a story of this name", "say what sets it apart"),
                        List.of(other.place()),
                        "");
            }
        }
    }

    /** Compares the rules that have cases with the rules there are. */
    void checkRules(RuleReading reading, Diagnostics ofRules, Diagnostics ofTests) {
        checkNamed(reading, ofTests);
        if (texts.isEmpty()) {
            ofRules.add(
                    DiagnosticCode.CASE_MISSING,
                    new Finding(
                            new SourcePlace("rules", 1, 1),
                            1,
                            "the folder holds no case and no scenario, so nothing shows what its rules do",
                            "write `<rule file>" + CaseReader.SUFFIX + "` beside each rule file",
                            ""));
            return;
        }
        checkCased(reading, ofRules);
    }

    /** Looks for cases of rules that do not stand in the rule file beside them. */
    void checkNamed(RuleReading reading, Diagnostics ofTests) {
        for (CaseReader.Read file : files) {
            List<String> beside = reading.rules().stream()
                    .filter(rule -> rule.place().file().equals(file.rules()))
                    .map(rule -> rule.id().text())
                    .distinct()
                    .toList();
            for (Fields.Told named : file.named()) {
                if (!beside.contains(named.text()) && ofTests.hasRoom()) {
                    ofTests.add(
                            DiagnosticCode.CASE_UNKNOWN_RULE,
                            finding(
                                    named.node(),
                                    "the rule file beside this one has no rule `" + named.text() + "`",
                                    beside.isEmpty()
                                            ? "a case file lies beside its rule file and has its name"
                                            : Nearest.advise(named.text(), beside)));
                }
            }
        }
    }

    /** Looks for rules without a case. */
    void checkCased(RuleReading reading, Diagnostics ofRules) {
        RuleTexts texts = new RuleTexts(reading.files());
        for (Rule rule : uncased(reading)) {
            String file = rule.place().file();
            ofRules.add(
                    DiagnosticCode.CASE_MISSING,
                    texts.atName(
                            rule,
                            rule.id() + " has no case"
                                    + (isShared(rule, reading)
                                            ? " " + rule.inForce().words()
                                            : ""),
                            "add one that fires and one near miss to `"
                                    + file.substring(file.lastIndexOf('/') + 1, file.length() - ".drl".length())
                                    + CaseReader.SUFFIX + "` beside it"));
        }
    }

    /**
     * The rules for which no case was written in the file beside them; not those of a file that cannot be read. Where an id
     * stands for several rules, each in force on other days, each needs a case that fires on one of its days.
     */
    List<Rule> uncased(RuleReading reading) {
        Set<String> named = new HashSet<>();
        Set<String> unreadable = new HashSet<>();
        for (CaseReader.Read file : files) {
            file.named().forEach(rule -> named.add(file.rules() + " " + rule.text()));
            if (!file.whole()) {
                unreadable.add(file.rules());
            }
        }
        return reading.rules().stream()
                .filter(rule -> !unreadable.contains(rule.place().file()))
                .filter(rule -> !named.contains(rule.place().file() + " " + rule.id())
                        || (isShared(rule, reading) && !firesInACase(rule)))
                .toList();
    }

    private static boolean isShared(Rule rule, RuleReading reading) {
        return reading.rules().stream()
                .anyMatch(other -> other != rule && other.id().equals(rule.id()));
    }

    /** A case that cannot be read may be the one that was written for the rule. */
    private boolean firesInACase(Rule rule) {
        String id = rule.id().text();
        return files.stream()
                .filter(file -> file.rules().equals(rule.place().file()))
                .anyMatch(file -> file.cases().stream().anyMatch(each -> fires(each, rule))
                        || file.cases().stream()
                                        .filter(each -> each.rule().text().equals(id))
                                        .count()
                                < file.named().stream()
                                        .filter(told -> told.text().equals(id))
                                        .count());
    }

    private static boolean fires(RuleCase each, Rule rule) {
        return each.rule().text().equals(rule.id().text()) && rule.inForce().contains(each.firesOn());
    }

    private Finding finding(YamlNode node, String message, String help) {
        String path = node.place().file().substring("rules/".length());
        return new Finding(node.place(), node.width(), message, help, "").withLineOf(texts.getOrDefault(path, ""));
    }

    List<RuleCase> cases() {
        return files.stream().flatMap(file -> file.cases().stream()).toList();
    }

    int scenarioCases() {
        return scenarios.stream().mapToInt(scenario -> scenario.cases().size()).sum();
    }
}
