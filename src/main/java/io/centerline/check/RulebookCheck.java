package io.centerline.check;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.evidence.Support;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks a rule folder against the tariff, in steps: the language; what can be proved without running a rule; then, if
 * the rules have no error so far, every edition compiled, every case and scenario run, and every rule switched off alone.
 * Safe for any number of threads.
 */
public final class RulebookCheck {
    /** One for the process: what it knows stands under the text of the rules and holds for whoever checks them. */
    private static final AgreedRules AGREED = new AgreedRules();

    private final Schedule schedule;
    private final KnownNumbers known;
    private final Function<RuleReading, Rulebook> make;
    private final AgreedRules agreed;

    /** Checks against this schedule. */
    public RulebookCheck(Schedule schedule) {
        this(schedule, Rulebook::of, AGREED);
    }

    /** The same with rulebooks made otherwise, for tests of what happens when the engine is at fault. */
    RulebookCheck(Schedule schedule, Function<RuleReading, Rulebook> make) {
        this(schedule, make, new AgreedRules());
    }

    private RulebookCheck(Schedule schedule, Function<RuleReading, Rulebook> make, AgreedRules agreed) {
        this.schedule = schedule;
        this.known = new KnownNumbers(schedule);
        this.make = make;
        this.agreed = agreed;
    }

    /** Checks everything: language, proofs, cases and scenarios. Never throws for what a folder can hold. */
    public CheckReport check(RuleFolder folder) {
        return check(folder, null);
    }

    /**
     * The same, and that the rules continue a history, once they can be read without an error.
     *
     * @param history what they must not change; null when nothing is compared
     */
    public CheckReport check(RuleFolder folder, @Nullable History history) {
        Diagnostics ofRules = new Diagnostics();
        Diagnostics ofTests = new Diagnostics();
        AtomicReference<RuleReading> read = new AtomicReference<>();
        AtomicReference<TestFolder> tests = new AtomicReference<>();
        ParallelJobs.run(List.of(
                () -> read.set(RuleReading.of(folder.rules())),
                Rulebook::warmUp,
                () -> tests.set(TestFolder.read(folder.tests(), schedule, ofTests))));
        RuleReading reading = Objects.requireNonNull(read.get());
        TestFolder test = Objects.requireNonNull(tests.get());
        for (Finding finding : reading.findings()) {
            boolean told = finding.place().file().equals("rules/" + RangeEvidence.FILE);
            ofRules.add(told ? DiagnosticCode.EVIDENCE_MALFORMED : DiagnosticCode.LANGUAGE, finding);
        }
        boolean whole = reading.findings().isEmpty();
        List<ClaimMap> maps = whole ? ClaimMap.ofEach(reading.periods(), reading.rules()) : List.of();
        new RulebookProofs(known).check(reading, maps, ofRules);
        if (whole) {
            test.checkRules(reading, ofRules, ofTests);
        }
        Rulebook rulebook = rulebook(reading);
        boolean complete = rulebook != null && !ofRules.anyErrors(DiagnosticCode.CASE_MISSING);
        int fired = rulebook != null && complete ? run(rulebook, maps, folder, test, ofRules, ofTests) : 0;
        List<Diagnostic> all = new ArrayList<>(ofRules.list());
        all.addAll(ofTests.list());
        if (history != null && rulebook != null) {
            new HistoryProof(known).check(history, rulebook).forEach(finding -> all.add(finding.diagnostic()));
        }
        CheckSummary summary = new CheckSummary(
                reading.rules().size(),
                maps.size(),
                test.cases().size(),
                test.scenarios().size(),
                test.scenarioCases(),
                fired,
                complete);
        return new CheckReport(folder.rules().hash(), all, rulebook, summary, support(reading, maps));
    }

    /** What the numbers rest on once everything in the rulebook has begun; null when it has no evidence to count. */
    private @Nullable Support support(RuleReading reading, List<ClaimMap> maps) {
        if (reading.evidence().isEmpty() || maps.isEmpty()) {
            return null;
        }
        ClaimMap last = maps.get(maps.size() - 1);
        LocalDate day = reading.evidence().pieces().stream()
                .map(piece -> piece.days().from())
                .filter(from -> from.isAfter(last.days().from()))
                .max(Comparator.naturalOrder())
                .orElse(last.days().from());
        return Support.of(reading.evidence(), schedule, day, number -> center(last, number));
    }

    private static @Nullable Center center(ClaimMap map, HtsNumber number) {
        List<Rule> claims = map.at(KnownNumbers.fill(number)).claims();
        return claims.isEmpty() ? null : claims.get(0).range().orElseThrow().center();
    }

    private @Nullable Rulebook rulebook(RuleReading reading) {
        try {
            return make.apply(reading);
        } catch (RulebookException unsound) {
            return null;
        }
    }

    /** Compiles and runs; gives how many rules fired. */
    private int run(
            Rulebook rulebook,
            List<ClaimMap> maps,
            RuleFolder folder,
            TestFolder tests,
            Diagnostics ofRules,
            Diagnostics ofTests) {
        compile(rulebook, ofRules);
        if (ofRules.anyErrors(DiagnosticCode.CASE_MISSING)) {
            return 0;
        }
        Disagreements disagreements = new Disagreements(rulebook.files(), ofRules);
        EvaluatorProof.check(rulebook, disagreements, agreed);
        if (ofRules.anyErrors(DiagnosticCode.CASE_MISSING)) {
            return 0;
        }
        SampleNumbers goods = new SampleNumbers(maps, known);
        CaseContext bench = new CaseContext(rulebook, goods, folder.tests(), ofTests);
        ScenarioRun run = new ScenarioRun(rulebook, schedule);
        List<Runnable> jobs = new ArrayList<>();
        tests.scenarios().forEach(scenario -> jobs.add(() -> disagreements.run(() -> run.check(scenario, bench))));
        tests.cases().stream()
                .filter(each -> !bench.rules(each.rule().text()).isEmpty())
                .forEach(each -> jobs.add(() -> disagreements.run(() -> each.check(bench))));
        ParallelJobs.run(jobs);
        List<Rule> uncased = tests.uncased(RuleReading.of(rulebook));
        if (!ofTests.anyErrors() && !ofRules.anyErrors(DiagnosticCode.CASE_MISSING)) {
            ParallelJobs.run(new RuleNecessity(rulebook, maps, goods, schedule, tests, uncased, ofRules)
                    .jobs().stream()
                            .<Runnable>map(job -> () -> disagreements.run(job))
                            .toList());
        }
        RuleTexts texts = new RuleTexts(rulebook.files());
        for (Rule rule : uncased) {
            if (!bench.allFired().contains(rule)) {
                ofRules.add(
                        DiagnosticCode.NEVER_FIRES,
                        texts.atName(rule, rule.id() + " fires in no case and in no scenario", ""));
            }
        }
        return (int) rulebook.rules().stream()
                .filter(rule -> bench.allFired().contains(rule))
                .count();
    }

    /** Every edition is compiled, not only those a case asks for. */
    private static void compile(Rulebook rulebook, Diagnostics diagnostics) {
        RuleTexts texts = new RuleTexts(rulebook.files());
        List<Runnable> jobs = new ArrayList<>();
        for (Runnable compilation : rulebook.compilations()) {
            jobs.add(() -> {
                try {
                    compilation.run();
                } catch (RulebookException refused) {
                    for (Finding finding : refused.findings()) {
                        diagnostics.add(
                                DiagnosticCode.NOT_COMPILED,
                                texts.finding(finding.place(), finding.width(), finding.message(), finding.help()));
                    }
                }
            });
        }
        ParallelJobs.run(jobs);
    }
}
