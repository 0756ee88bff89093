package io.centerline.check;

import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.evidence.EvidenceReader;
import io.centerline.rulebook.language.Finding;
import io.centerline.tariff.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one file of a rule folder says by itself, and against what was read of the others. It runs no rule and compiles
 * none, so it answers while somebody types. Stateless; safe for any number of threads.
 */
public final class FileCheck {
    private final Schedule schedule;
    private final RulebookProofs proofs;

    /** Checks against this schedule. */
    public FileCheck(Schedule schedule) {
        this.schedule = schedule;
        this.proofs = new RulebookProofs(new KnownNumbers(schedule));
    }

    /**
     * What a rule file says.
     *
     * @param file its path as places name it, such as {@code rules/membership/electronics.drl}
     * @param own the file alone
     * @param all every rule of the folder that can be read
     * @param cases the text of the case file beside it; null without one
     */
    public List<Diagnostic> ofRules(String file, RuleReading own, RuleReading all, @Nullable String cases) {
        Diagnostics diagnostics = new Diagnostics();
        own.findings().forEach(finding -> diagnostics.add(DiagnosticCode.LANGUAGE, finding));
        proofs.check(all, List.of(), diagnostics);
        if (own.findings().isEmpty()) {
            SortedMap<String, String> tests = new TreeMap<>();
            if (cases != null) {
                tests.put(caseFile(file), cases);
            }
            TestFolder.read(tests, schedule, new Diagnostics()).checkCased(own, diagnostics);
        }
        return told(file, diagnostics);
    }

    /**
     * What a case file or a scenario says.
     *
     * @param path its path below the rule folder
     * @param text its text
     * @param beside the rule file beside a case file; null for a scenario, and where the rule file cannot be read whole
     */
    public List<Diagnostic> ofTest(String path, String text, @Nullable RuleReading beside) {
        Diagnostics diagnostics = new Diagnostics();
        TestFolder folder = TestFolder.read(new TreeMap<>(Map.of(path, text)), schedule, diagnostics);
        if (beside != null) {
            folder.checkNamed(beside, diagnostics);
        }
        return told("rules/" + path, diagnostics);
    }

    /** What the file of evidence says. */
    public List<Diagnostic> ofEvidence(String text) {
        List<Finding> findings = new ArrayList<>();
        EvidenceReader.read(text, findings);
        Diagnostics diagnostics = new Diagnostics();
        findings.forEach(finding -> diagnostics.add(
                DiagnosticCode.EVIDENCE_MALFORMED,
                finding.sourceLine().isEmpty() ? finding.withLineOf(text) : finding));
        return Diagnostics.first(diagnostics.list());
    }

    private static String caseFile(String file) {
        return file.substring("rules/".length(), file.length() - ".drl".length()) + CaseReader.SUFFIX;
    }

    private static List<Diagnostic> told(String file, Diagnostics diagnostics) {
        return Diagnostics.first(diagnostics.list().stream()
                .filter(each -> each.finding().place().file().equals(file))
                .toList());
    }
}
