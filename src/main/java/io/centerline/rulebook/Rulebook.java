package io.centerline.rulebook;

import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.LanguageLimits;
import io.centerline.rulebook.language.Origin;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of rule files that was read and found sound. Immutable; compiles an edition when a day of it is first asked for.
 */
public final class Rulebook {
    private record StageKey(Stage stage, List<Rule> rules) {}

    private final RuleFiles files;
    private final String hash;
    private final List<Rule> rules;
    private final RangeEvidence evidence;
    private final LocalDate firstCoveredDay;
    private final @Nullable LocalDate firstRoutedDay;
    private final List<InForce> periods;
    private final Map<InForce, Edition> editions = new ConcurrentHashMap<>();
    private final Map<StageKey, StageRules> stages = new ConcurrentHashMap<>();
    private final Map<StageRules, Exclusions> exclusions = new ConcurrentHashMap<>();
    private final boolean whatIf;
    private final Engine engine;

    /** Compiles the rules of a stage. */
    @FunctionalInterface
    interface Engine {
        StageRules compile(Stage stage, List<Rule> rules);
    }

    private Rulebook(
            RuleFiles files,
            String hash,
            List<Rule> rules,
            RangeEvidence evidence,
            Engine engine,
            @Nullable Rulebook whole) {
        this.engine = engine;
        this.files = files;
        this.hash = hash;
        this.rules = List.copyOf(rules);
        this.evidence = evidence;
        this.firstCoveredDay = firstCoveredDay(rules);
        this.firstRoutedDay = firstRoutedDay(rules, firstCoveredDay);
        this.periods = periods(rules, firstCoveredDay);
        this.whatIf = whole != null;
        if (whole != null) {
            this.stages.putAll(whole.stages);
            this.exclusions.putAll(whole.exclusions);
        }
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
        return of(RuleReading.of(files, limits));
    }

    /**
     * Makes a rulebook of sources that are new or were stored once. A stored one stays readable when the rule language becomes
     * stricter, so that decisions made under it can be replayed.
     *
     * @throws RulebookException with every finding when it is not sound
     */
    public static Rulebook of(RuleFiles files, Origin origin) {
        return of(RuleReading.of(files, origin));
    }

    /**
     * Makes a rulebook of sources that were read.
     *
     * @throws RulebookException with every finding, or the first ones and a note when there are more than the limit
     */
    public static Rulebook of(RuleReading reading) {
        return of(reading, KnowledgeStage::compile);
    }

    /** The same with another engine, for tests of what happens when it is at fault. */
    static Rulebook of(RuleReading reading, Engine engine) {
        RuleFiles files = reading.files();
        List<Finding> findings = new ArrayList<>(reading.findings());
        Clash.list(reading.rules()).stream()
                .filter(Clash::isFault)
                .map(clash ->
                        clash.finding().withLineOf(files.textOf(clash.later().place())))
                .forEach(findings::add);
        if (!findings.isEmpty()) {
            throw new RulebookException(Finding.first(findings, reading.limits().findings()));
        }
        return new Rulebook(files, files.hash(), reading.rules(), reading.evidence(), engine, null);
    }

    /**
     * The same without one rule, for asking what difference it makes. What is left of its stage is read from the syntax
     * tree instead of compiled, so a few questions are answered in no time and many would be slow. Its hash and its sources
     * are those of the whole rulebook.
     *
     * @throws IllegalArgumentException when it is the only membership rule
     */
    public Rulebook without(Rule rule) {
        List<Rule> others = rules.stream().filter(other -> other != rule).toList();
        if (others.stream().noneMatch(other -> other.stage() == Stage.MEMBERSHIP)) {
            throw new IllegalArgumentException("a rulebook has a membership rule");
        }
        return new Rulebook(files, hash, others, evidence, engine, this);
    }

    static LocalDate firstCoveredDay(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.stage() == Stage.MEMBERSHIP)
                .map(rule -> rule.inForce().from())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static @Nullable LocalDate firstRoutedDay(List<Rule> rules, LocalDate firstCoveredDay) {
        return rules.stream()
                .filter(Rule::handles)
                .map(rule -> rule.inForce().from())
                .filter(day -> !day.isBefore(firstCoveredDay))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The days split wherever a rule begins or ends. */
    static List<InForce> periods(List<Rule> rules, LocalDate firstCoveredDay) {
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(firstCoveredDay));
        for (Rule rule : rules) {
            starts.add(rule.inForce().from());
            if (rule.inForce().until().isBefore(InForce.OPEN)) {
                starts.add(rule.inForce().until().plusDays(1));
            }
        }
        return InForce.startingOn(starts.tailSet(firstCoveredDay, true));
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

    /** What sources say of ranges of numbers; empty without a file of evidence. */
    public RangeEvidence evidence() {
        return evidence;
    }

    /** The first day on which the rulebook can decide. */
    public LocalDate firstCoveredDay() {
        return firstCoveredDay;
    }

    /** The first day on which the rulebook can route; empty when it holds no rule that says who handles an activity. */
    public Optional<LocalDate> firstRoutedDay() {
        return Optional.ofNullable(firstRoutedDay);
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

    /**
     * Compiles the rules in force on a day on which they shall serve.
     *
     * @throws RulebookException when the day is not covered, or the engine does not take a rule
     */
    public void readyFor(LocalDate day) {
        if (day.isBefore(firstCoveredDay)) {
            Rule first = rules.stream()
                    .filter(rule -> rule.stage() == Stage.MEMBERSHIP
                            && rule.inForce().from().equals(firstCoveredDay))
                    .findFirst()
                    .orElseThrow();
            throw new RulebookException(List.of(new Finding(
                            first.place(),
                            4,
                            "no membership rule is in force on " + day + ", the first ones begin on " + firstCoveredDay,
                            "rules serve from their first day on; let them begin on " + day + " or before",
                            "")
                    .withLineOf(files.textOf(first.place()))));
        }
        edition(day);
    }

    /**
     * What there is to compile for all days, in pieces that may be done in any order and at once. An edition that is asked
     * for later finds its rules compiled. A piece throws {@link RulebookException} when the engine does not take a rule.
     */
    public List<Runnable> compilations() {
        Set<StageKey> keys = new LinkedHashSet<>(List.of(membership()));
        for (InForce period : periods) {
            keys.add(inForce(Stage.COUNTING, period));
            keys.add(inForce(Stage.PLACEMENT, period));
            keys.add(inForce(Stage.ROUTING, period));
        }
        keys.removeIf(key -> key.stage() == Stage.ROUTING && key.rules().isEmpty());
        return keys.stream().<Runnable>map(key -> () -> compile(key)).toList();
    }

    private Edition compile(InForce period) {
        StageRules counting = compile(inForce(Stage.COUNTING, period));
        StageKey routing = inForce(Stage.ROUTING, period);
        return new Edition(
                period,
                evidence,
                new InForceStage(inForce(Stage.MEMBERSHIP, period).rules(), compile(membership())),
                counting,
                Objects.requireNonNull(
                        exclusions.computeIfAbsent(counting, rules -> new Exclusions(rules, period.from()))),
                compile(inForce(Stage.PLACEMENT, period)),
                new Routes(routing.rules(), () -> compile(routing)));
    }

    private StageKey membership() {
        return new StageKey(
                Stage.MEMBERSHIP,
                rules.stream().filter(rule -> rule.stage() == Stage.MEMBERSHIP).toList());
    }

    private StageKey inForce(Stage stage, InForce period) {
        return new StageKey(
                stage,
                rules.stream()
                        .filter(rule -> rule.stage() == stage && rule.inForce().contains(period.from()))
                        .toList());
    }

    private StageRules compile(StageKey wanted) {
        return Objects.requireNonNull(stages.computeIfAbsent(
                wanted,
                key -> whatIf
                        ? new ReadStage(key.rules())
                        : new AgreedStage(engine.compile(key.stage(), key.rules()))));
    }

    /**
     * Lets the engine load what it needs, which takes longer than compiling a rulebook; while rules are read there is time
     * for it. Once it is loaded this takes a moment only.
     */
    public static void warmUp() {
        KnowledgeStage.compile(Stage.COUNTING, List.of()).fire(List.of());
    }
}
