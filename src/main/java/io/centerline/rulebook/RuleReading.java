package io.centerline.rulebook;

import io.centerline.rulebook.evidence.EvidenceReader;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.LanguageLimits;
import io.centerline.rulebook.language.Origin;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleReader;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.language.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sources, read as far as they can be: each rule by itself, not yet against the others.
 *
 * @param files the sources
 * @param rules the rules that were read, in file order
 * @param evidence what sources say of ranges of numbers, as far as it could be read
 * @param findings what is wrong, in file order; the rules concerned are not among the rules. Of more than the limit, the
 *     first ones and a note that there are more
 * @param limits how much the files may hold
 */
public record RuleReading(
        RuleFiles files, List<Rule> rules, RangeEvidence evidence, List<Finding> findings, LanguageLimits limits) {

    public RuleReading {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
    }

    /** Reads every file. */
    public static RuleReading of(RuleFiles files) {
        return of(files, LanguageLimits.DEFAULT);
    }

    /** Reads every file under other limits; ends soon after the rules or the findings are too many. */
    public static RuleReading of(RuleFiles files, LanguageLimits limits) {
        return of(files, limits, Origin.NEW);
    }

    /** Reads every file of rules that are new or were stored once. */
    public static RuleReading of(RuleFiles files, Origin origin) {
        return of(files, LanguageLimits.DEFAULT, origin);
    }

    private static RuleReading of(RuleFiles files, LanguageLimits limits, Origin origin) {
        long letters = files.texts().values().stream().mapToLong(String::length).sum();
        if (letters > limits.letters()) {
            Finding tooLong = new Finding(
                    SourceCollector.WHOLE,
                    1,
                    "the rule files hold more than " + SourceCollector.number(limits.letters())
                            + " characters together",
                    "let one rule claim a range instead of single numbers",
                    "");
            return new RuleReading(files, List.of(), RangeEvidence.NONE, List.of(tooLong), limits);
        }
        List<Finding> findings = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            if (file.getKey().equals(RangeEvidence.FILE)) {
                continue;
            }
            rules.addAll(readFile(file.getKey(), file.getValue(), limits, origin, findings));
            if (rules.size() >= limits.rules() || findings.size() > limits.findings()) {
                break;
            }
        }
        if (rules.size() >= limits.rules()) {
            findings.add(new Finding(
                    rules.get(limits.rules() - 1).place(),
                    4,
                    "this is rule number " + SourceCollector.number(limits.rules()) + ", and a rulebook holds fewer",
                    "let one rule claim a range instead of single numbers",
                    ""));
        } else if (findings.isEmpty() && Clash.list(rules).stream().noneMatch(Clash::isFault)) {
            checkWhole(rules, limits, findings);
        }
        String told = files.texts().get(RangeEvidence.FILE);
        RangeEvidence evidence = told == null ? RangeEvidence.NONE : EvidenceReader.read(told, findings);
        List<Finding> shown = Finding.first(findings, limits.findings()).stream()
                .map(finding ->
                        finding.sourceLine().isEmpty() ? finding.withLineOf(files.textOf(finding.place())) : finding)
                .toList();
        return new RuleReading(files, rules, evidence, shown, limits);
    }

    private static void checkWhole(List<Rule> rules, LanguageLimits limits, List<Finding> findings) {
        if (rules.stream().noneMatch(rule -> rule.stage() == Stage.MEMBERSHIP)) {
            findings.add(new Finding(
                    new SourcePlace("rules/membership", 1, 1), 1, "the rulebook has no membership rule", "", ""));
            return;
        }
        List<InForce> periods = Rulebook.periods(rules, Rulebook.firstCoveredDay(rules));
        if (periods.size() > limits.periods()) {
            InForce last = periods.get(limits.periods());
            findings.add(new Finding(
                    SourceCollector.WHOLE,
                    1,
                    "the rules change on more than " + limits.periods() + " days, the last of these on " + last.from(),
                    "let rules that change together begin and end on one day",
                    ""));
        }
    }

    /** The rules of a rulebook, which has no findings. */
    public static RuleReading of(Rulebook rulebook) {
        return new RuleReading(
                rulebook.files(), rulebook.rules(), rulebook.evidence(), List.of(), LanguageLimits.DEFAULT);
    }

    /**
     * The periods between which the rules differ, in order; the last one is open.
     *
     * @throws java.util.NoSuchElementException without a membership rule
     */
    public List<InForce> periods() {
        return Rulebook.periods(rules, Rulebook.firstCoveredDay(rules));
    }

    private static List<Rule> readFile(
            String path, String text, LanguageLimits limits, Origin origin, List<Finding> findings) {
        String folder = path.substring(0, Math.max(0, path.indexOf('/')));
        Optional<Stage> stage = Arrays.stream(Stage.values())
                .filter(candidate -> candidate.folder().equals(folder))
                .findFirst();
        if (stage.isEmpty()) {
            findings.add(new Finding(
                    new SourcePlace("rules/" + path, 1, 1),
                    1,
                    "the file lies in no folder of a stage",
                    "move it to membership, counting, placement or routing",
                    ""));
            return List.of();
        }
        return RuleReader.read("rules/" + path, stage.get(), text, limits, origin, findings);
    }
}
