package io.centerline.check.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.check.CaseAnswers;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.ThresholdRules.Continued;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The cases of a rule that continues with another number. For one change; not thread-safe. */
final class ThresholdCases {
    private final CaseAnswers before;
    private final CaseAnswers after;
    private final Rule old;
    private final Rule next;
    private final Continued continued;
    private final LocalDate day;

    ThresholdCases(RuleFolder folder, Schedule schedule, Continued continued, LocalDate day) {
        this.before = new CaseAnswers(CorrectedCases.rulebook(folder.rules()), schedule);
        this.after = new CaseAnswers(CorrectedCases.rulebook(new RuleFiles(continued.rules())), schedule);
        this.old = continued.before();
        this.next = continued.after();
        this.continued = continued;
        this.day = day;
    }

    /** The files with the cases that the new rule needs, and with those that no longer hold at the edge of the day. */
    SortedMap<String, String> in(SortedMap<String, String> files) {
        PastCases past = new PastCases(before, after, day);
        files.replaceAll((path, text) ->
                PastCases.isAsked(path) ? past.in(new CaseFile(path, text)).text() : text);
        String path = old.place().file().substring("rules/".length()).replaceFirst("\\.drl$", ".cases.yaml");
        CaseFile file = new CaseFile(path, files.getOrDefault(path, ""));
        Keys told = file.cases(old.id().text()).stream()
                .findFirst()
                .orElseThrow(() -> new EditRefused(
                        old.id() + " has no case in `" + path + "`, from which those of the next rule would be made",
                        "write one in which it fires and one near miss"));
        CaseFile edge = edge(file, told);
        files.put(path, edge.with(atNumber(path, told), old.id().text()).text());
        return files;
    }

    /** The old rule fires on its last day, and on the next one no more. */
    private CaseFile edge(CaseFile file, Keys told) {
        ObjectNode fires = CaseForm.facts(told, old.stage());
        String text = CaseForm.of(
                old.stage(), old.id().text(), CaseForm.on(fires, day.minusDays(1)), CaseForm.on(fires, day));
        CaseFile alone = new CaseFile(file.path(), text).mended(after);
        return CaseFile.isTrue(after.ask(alone.path(), alone.text()))
                ? file.with(alone.text(), old.id().text())
                : file;
    }

    /** The new rule fires on one side of its number, and nearly fires on the other. */
    private String atNumber(String path, Keys told) {
        ObjectNode base = CaseForm.on(CaseForm.facts(told, next.stage()), day);
        String field = continued.threshold().field();
        for (List<ObjectNode> row : EdgeFacts.rows(base, continued.threshold())) {
            for (int i = 1; i < row.size(); i++) {
                ObjectNode one = row.get(i - 1);
                ObjectNode other = row.get(i);
                Optional<String> found = pair(path, one, other, field).or(() -> pair(path, other, one, field));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new EditRefused(
                "no case shows " + next.id() + " at "
                        + continued.threshold().number().toPlainString() + ": with the facts of the case of " + old.id()
                        + " it does not fire on one side only",
                "choose a number that a case can have, or write the rule and its case by hand");
    }

    private Optional<String> pair(String path, ObjectNode fires, ObjectNode nearly, String field) {
        String draft = CaseForm.of(next.stage(), next.id().text(), fires, nearly);
        List<CaseAnswers.Answer> drafted = after.ask(path, draft);
        if (drafted.size() != 1 || !drafted.get(0).faults().isEmpty()) {
            return Optional.empty();
        }
        CaseFile mended = new CaseFile(path, draft).mended(drafted.get(0).differs());
        boolean atField = next.stage() == Stage.COUNTING
                || CaseFile.scalar(mended.cases().get(0), "nearly", "because")
                        .filter(because -> because.text().contains(field))
                        .isPresent();
        return atField && CaseFile.isTrue(after.ask(path, mended.text()))
                ? Optional.of(mended.text())
                : Optional.empty();
    }
}
