package io.centerline.rulebook;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.LanguageLimits;
import io.centerline.rulebook.language.Place;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleReader;
import io.centerline.rulebook.language.Stage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A set of rule files that was read and found sound. Immutable; compiles an edition when a day of it is first asked for.
 */
public final class Rulebook {
    private record StageKey(Stage stage, List<Rule> rules) {}

    private final RuleFiles files;
    private final String hash;
    private final List<Rule> rules;
    private final LocalDate firstCoveredDay;
    private final List<InForce> periods;
    private final Map<InForce, Edition> editions = new ConcurrentHashMap<>();
    private final Map<StageKey, KnowledgeStage> stages = new ConcurrentHashMap<>();

    private Rulebook(RuleFiles files, List<Rule> rules) {
        this.files = files;
        this.hash = files.hash();
        this.rules = List.copyOf(rules);
        this.firstCoveredDay = rules.stream()
                .filter(rule -> rule.stage() == Stage.MEMBERSHIP)
                .map(rule -> rule.inForce().from())
                .min(LocalDate::compareTo)
                .orElseThrow();
        this.periods = periods(rules, firstCoveredDay);
    }

    /**
     * Reads the rulebook of a folder.
     *
     * @throws RulebookException with every finding when it is not sound
     */
    public static Rulebook read(Path folder) {
        return of(RuleFiles.read(folder));
    }

    /**
     * Makes a rulebook of sources.
     *
     * @throws RulebookException with every finding when it is not sound
     */
    public static Rulebook of(RuleFiles files) {
        return of(files, LanguageLimits.DEFAULT);
    }

    /**
     * Makes a rulebook of sources under other limits.
     *
     * @throws RulebookException with every finding, or the first ones and a note when there are more than the limit
     */
    public static Rulebook of(RuleFiles files, LanguageLimits limits) {
        List<Finding> findings = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        long letters = files.texts().values().stream().mapToLong(String::length).sum();
        if (letters > limits.letters()) {
            throw new RulebookException(List.of(new Finding(
                    SourceCollector.WHOLE,
                    1,
                    "the rule files hold more than " + SourceCollector.number(limits.letters())
                            + " characters together",
                    "let one rule claim a range instead of single numbers",
                    "")));
        }
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            rules.addAll(readFile(file.getKey(), file.getValue(), limits, findings));
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
            throw refused(files, findings, limits);
        }
        Consistency.check(rules, limits.findings()).stream()
                .map(finding -> finding.withLineOf(textOf(files, finding.place())))
                .forEach(findings::add);
        if (findings.isEmpty() && rules.stream().noneMatch(rule -> rule.stage() == Stage.MEMBERSHIP)) {
            findings.add(
                    new Finding(new Place("rules/membership", 1, 1), 1, "the rulebook has no membership rule", "", ""));
        }
        if (!findings.isEmpty()) {
            throw refused(files, findings, limits);
        }
        Rulebook rulebook = new Rulebook(files, rules);
        if (rulebook.periods().size() > limits.periods()) {
            InForce last = rulebook.periods().get(limits.periods());
            throw new RulebookException(List.of(new Finding(
                    SourceCollector.WHOLE,
                    1,
                    "the rules change on more than " + limits.periods() + " days, the last of these on " + last.from(),
                    "let rules that change together begin and end on one day",
                    "")));
        }
        return rulebook;
    }

    private static RulebookException refused(RuleFiles files, List<Finding> findings, LanguageLimits limits) {
        List<Finding> sorted = findings.stream()
                .map(finding ->
                        finding.sourceLine().isEmpty() ? finding.withLineOf(textOf(files, finding.place())) : finding)
                .sorted()
                .toList();
        if (sorted.size() <= limits.findings()) {
            return new RulebookException(sorted);
        }
        List<Finding> told = new ArrayList<>(sorted.subList(0, limits.findings()));
        told.add(new Finding(
                sorted.get(limits.findings()).place(),
                1,
                "there is more to mend from here on",
                "mend the others first",
                ""));
        return new RulebookException(told);
    }

    private static String textOf(RuleFiles files, Place place) {
        boolean inFile = place.file().startsWith("rules/");
        return inFile ? files.texts().getOrDefault(place.file().substring("rules/".length()), "") : "";
    }

    private static List<Rule> readFile(String path, String text, LanguageLimits limits, List<Finding> findings) {
        String folder = path.substring(0, Math.max(0, path.indexOf('/')));
        Optional<Stage> stage = Arrays.stream(Stage.values())
                .filter(candidate -> candidate.folder().equals(folder))
                .findFirst();
        if (stage.isEmpty()) {
            findings.add(new Finding(
                    new Place("rules/" + path, 1, 1),
                    1,
                    "the file lies in no folder of a stage",
                    "move it to membership, counting or placement",
                    ""));
            return List.of();
        }
        return RuleReader.read("rules/" + path, stage.get(), text, limits, findings);
    }

    /** The days split wherever a rule begins or ends. */
    private static List<InForce> periods(List<Rule> rules, LocalDate firstCoveredDay) {
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(firstCoveredDay));
        for (Rule rule : rules) {
            starts.add(rule.inForce().from());
            if (rule.inForce().until().isBefore(InForce.OPEN)) {
                starts.add(rule.inForce().until().plusDays(1));
            }
        }
        List<InForce> periods = new ArrayList<>();
        for (LocalDate start : starts.tailSet(firstCoveredDay)) {
            LocalDate next = starts.higher(start);
            periods.add(new InForce(start, next == null ? InForce.OPEN : next.minusDays(1)));
        }
        return List.copyOf(periods);
    }

    /** {@code sha256:} and the hash of the sources. */
    public String hash() {
        return hash;
    }

    /** The sources. */
    public RuleFiles files() {
        return files;
    }

    /** All rules, of every day. */
    public List<Rule> rules() {
        return rules;
    }

    /** The first day on which the rulebook can decide. */
    public LocalDate firstCoveredDay() {
        return firstCoveredDay;
    }

    /** The periods between which the rules differ, in order; the last one is open. */
    public List<InForce> periods() {
        return periods;
    }

    /**
     * The rules in force on a day, compiled.
     *
     * @throws IllegalArgumentException before {@link #firstCoveredDay()}
     */
    public Edition edition(LocalDate asOf) {
        InForce period = periods.stream()
                .filter(candidate -> candidate.contains(asOf))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule covers " + asOf));
        Edition edition = editions.get(period);
        return edition != null ? edition : editions.computeIfAbsent(period, this::compile);
    }

    private Edition compile(InForce period) {
        return new Edition(
                period,
                compile(Stage.MEMBERSHIP, period),
                compile(Stage.COUNTING, period),
                compile(Stage.PLACEMENT, period));
    }

    private KnowledgeStage compile(Stage stage, InForce period) {
        List<Rule> inForce = rules.stream()
                .filter(rule -> rule.stage() == stage && rule.inForce().contains(period.from()))
                .toList();
        return Objects.requireNonNull(stages.computeIfAbsent(
                new StageKey(stage, inForce), key -> KnowledgeStage.compile(key.stage(), key.rules())));
    }
}
