package io.centerline.web.decisions;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.PlacementOnFile;
import io.centerline.application.AuditStep;
import io.centerline.application.DecisionFacts;
import io.centerline.application.QuotedRule;
import io.centerline.application.RuleSources;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.journal.InclusionProof;
import io.centerline.journal.LogAltered;
import io.centerline.journal.Recorded;
import io.centerline.journal.TransparencyLog;
import io.centerline.log.VerifierKey;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of a decision shows. */
@Singleton
final class DecisionSheet {
    private final TransparencyLog log;
    private final RuleSources sources;
    private final DecisionFacts facts;
    private final Accounts accounts;

    DecisionSheet(TransparencyLog log, RuleSources sources, DecisionFacts facts, Accounts accounts) {
        this.accounts = accounts;
        this.log = log;
        this.sources = sources;
        this.facts = facts;
    }

    /**
     * What the page shows.
     *
     * @param id the decision's id
     * @param index its place in the journal
     * @param leaf its leaf hash, hex
     * @param decision what was decided
     * @param account its importer's account; null where the number is not known whole
     * @param erased that its facts were erased; null where they are there
     * @param level for whom it is shown
     * @param proof that it is in the log; null where the log is altered
     * @param faults in what the journal is not what its log signed
     * @param verifiers what verifies the log
     * @param steps the rules that concluded
     * @param unfired the rules that did not
     * @param rulesKept whether the texts of the rules are there
     */
    public record Shown(
            String id,
            long index,
            String leaf,
            DecisionView decision,
            @Nullable AccountOnFile account,
            @Nullable String erased,
            ReadingLevel level,
            @Nullable InclusionProof proof,
            List<String> faults,
            List<String> verifiers,
            List<ShownStep> steps,
            List<ShownUnfired> unfired,
            boolean rulesKept) {
        public Shown {
            faults = List.copyOf(faults);
            verifiers = List.copyOf(verifiers);
            steps = List.copyOf(steps);
            unfired = List.copyOf(unfired);
        }

        /** All levels, for the links. */
        public List<ReadingLevel> levels() {
            return List.of(ReadingLevel.values());
        }

        /** Hash of the rulebook that its rules are those of; empty where that is known not to be kept. */
        public String ruleSource() {
            String rulebook = decision.receipt().rulebook();
            return rulebook == null || (showsRules() && !rulesKept) ? "" : rulebook;
        }

        /** Whether the importer's parts are on the screen. */
        public boolean showsShares() {
            return level != ReadingLevel.AUDITOR;
        }

        /** Whether it says on the screen how to appeal. */
        public boolean showsAppeal() {
            return level == ReadingLevel.IMPORTER;
        }

        /** Whether the analyst's parts are there. */
        public boolean showsRules() {
            return level == ReadingLevel.ANALYST;
        }

        /** Whether the auditor's parts are on the screen. */
        public boolean showsProof() {
            return level == ReadingLevel.AUDITOR;
        }
    }

    /**
     * The account of a decision's importer.
     *
     * @param number its importer number
     * @param version how many changes it has seen; 0 where nothing is on file
     * @param adopted whether the decision is the placement on file
     */
    public record AccountOnFile(String number, long version, boolean adopted) {
        /** Whether anything is on file. */
        public boolean exists() {
            return version > 0;
        }
    }

    /**
     * A rule that concluded, with its text.
     *
     * @param step what was recorded of it
     * @param text its text; null where it is not kept
     */
    public record ShownStep(
            DecisionView.Step step, @Nullable ShownRule text) {}

    /**
     * A rule that did not conclude, with its text.
     *
     * @param rule what was recorded of it
     * @param text its text; null where it is not kept
     */
    public record ShownUnfired(
            DecisionView.Unfired rule, @Nullable ShownRule text) {}

    /**
     * What a button of the auditor's showed.
     *
     * @param steps the steps of a verification; empty where none was asked for
     * @param replay how a decision came out again; null where that was not asked for
     * @param adoption a form that could not be taken; null where none was sent
     */
    public record Done(
            List<AuditStep> steps,
            @Nullable ReplayOutcome replay,
            @Nullable AdoptionForm adoption) {
        static final Done NOTHING = new Done(List.of(), null, null);

        public Done {
            steps = List.copyOf(steps);
        }
    }

    Shown of(Recorded recorded, ReadingLevel level) {
        DecisionView decision = DecisionView.read(recorded.draft().body());
        RuleSources.@Nullable Texts texts = level == ReadingLevel.ANALYST
                ? sources.find(recorded.draft().rulebook()).orElse(null)
                : null;
        Map<String, QuotedRule> rules = texts == null ? Map.of() : texts.rules();
        List<String> faults = new ArrayList<>(0);
        InclusionProof proof = attempt(() -> log.prove(recorded), faults);
        String erased = attempt(() -> facts.erasure(recorded), faults);
        return new Shown(
                recorded.draft().id().toString(),
                recorded.index(),
                HexFormat.of().formatHex(recorded.leaf()),
                decision,
                account(recorded, decision),
                erased,
                level,
                proof,
                faults,
                log.verifiers().stream().map(VerifierKey::text).toList(),
                decision.explanation().steps().stream()
                        .map(step -> new ShownStep(step, ShownRule.fired(find(rules, step.rule()), step)))
                        .toList(),
                decision.explanation().notFired().stream()
                        .map(rule -> new ShownUnfired(rule, ShownRule.missed(find(rules, rule.rule()), rule)))
                        .toList(),
                texts != null);
    }

    private @Nullable AccountOnFile account(Recorded recorded, DecisionView decision) {
        if (decision.isRouting()
                || !(new ImporterNumberReader().read(decision.account())
                        instanceof ImporterNumberReader.Reading.Readable readable)) {
            return null;
        }
        AccountFile file = accounts.file(readable.number());
        PlacementOnFile placement = file.placementOn(recorded.draft().asOf());
        return new AccountOnFile(
                decision.account(),
                file.version(),
                placement != null && recorded.draft().id().equals(placement.decision()));
    }

    private interface Look<T> {
        @Nullable
        T at();
    }

    /** A decision that is as it was recorded is shown, whatever else in the journal is altered. */
    private static <T> @Nullable T attempt(Look<T> look, List<String> faults) {
        try {
            return look.at();
        } catch (LogAltered altered) {
            faults.add(String.valueOf(altered.getMessage()));
            return null;
        }
    }

    private static @Nullable QuotedRule find(Map<String, QuotedRule> rules, @Nullable String id) {
        return id == null ? null : rules.get(id);
    }
}
