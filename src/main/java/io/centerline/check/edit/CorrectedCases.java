package io.centerline.check.edit;

import io.centerline.check.CaseAnswers;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.TextEdits;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/** Cases that are true after a correction: another number where the rule decides the old one no more, then what the rules say. */
final class CorrectedCases {
    private final Schedule schedule;
    private final CaseAnswers before;
    private final CaseAnswers after;
    private final Rulebook corrected;

    CorrectedCases(RuleFolder folder, SortedMap<String, String> rules, Schedule schedule) {
        this.schedule = schedule;
        this.before = new CaseAnswers(rulebook(folder.rules()), schedule);
        this.corrected = rulebook(new RuleFiles(rules));
        this.after = new CaseAnswers(corrected, schedule);
    }

    /**
     * A rulebook of these files.
     *
     * @throws EditRefused when they are not sound
     */
    static Rulebook rulebook(RuleFiles rules) {
        try {
            return Rulebook.of(rules);
        } catch (RulebookException unsound) {
            throw new EditRefused(
                    "the rules would not be sound: " + unsound.findings().get(0).message(),
                    unsound.findings().get(0).help());
        }
    }

    /** The files in which every case that held still does, as far as a program can tell. */
    SortedMap<String, String> in(SortedMap<String, String> files) {
        files.replaceAll((path, text) ->
                path.endsWith(".cases.yaml") ? in(new CaseFile(path, text)).text() : text);
        return files;
    }

    private CaseFile in(CaseFile file) {
        Set<Integer> held = PastCases.lines(before, file);
        held.removeAll(PastCases.lines(after, file));
        TextEdits edits = new TextEdits(file.text());
        if (file.path().startsWith("membership/")) {
            file.cases().stream()
                    .filter(keys -> CaseFile.scalar(keys, "rule")
                            .filter(rule -> held.contains(rule.place().line()))
                            .isPresent())
                    .forEach(keys -> renumber(edits, keys));
        }
        CaseFile renumbered = new CaseFile(file.path(), edits.applied());
        return renumbered.mended(after.ask(file.path(), renumbered.text()).stream()
                .filter(answer -> held.contains(answer.rule().place().line()))
                .flatMap(answer -> answer.differs().stream())
                .toList());
    }

    private void renumber(TextEdits edits, Keys told) {
        String id = CaseFile.scalar(told, "rule").orElseThrow().text();
        Scalar fires = CaseFile.scalar(told, "fires", "hts").orElseThrow();
        LocalDate on = LocalDate.parse(
                CaseFile.scalar(told, "fires", "asOf").orElseThrow().text());
        Optional<Rule> rule = corrected.rules().stream()
                .filter(each -> each.id().text().equals(id) && each.inForce().contains(on))
                .findFirst();
        if (rule.isEmpty()) {
            return;
        }
        if (!decider(fires.text(), on).equals(id)) {
            HtsInterval range = HtsInterval.of(rule.get().range().orElseThrow());
            number(number -> range.from() <= number && number <= range.to(), on, id::equals)
                    .ifPresent(number -> CaseFile.put(edits, fires, number.text()));
        }
        Scalar nearly = CaseFile.scalar(told, "nearly", "hts").orElseThrow();
        Scalar missed = CaseFile.scalar(told, "nearly", "asOf").orElseThrow();
        LocalDate then = LocalDate.parse(missed.text());
        String decides = decider(nearly.text(), then);
        if (decides.equals(id)) {
            long behind = HtsInterval.of(rule.get().range().orElseThrow()).to();
            number(number -> number > behind, then, other -> !other.equals(id)).ifPresent(number -> {
                CaseFile.put(edits, nearly, number.text());
                tell(edits, told, missed, decider(number.text(), then));
            });
        } else if (!decides.equals("none")) {
            tell(edits, told, missed, decides);
        }
    }

    /** Tells who decides the near miss, where the case does not tell it yet. */
    private static void tell(TextEdits edits, Keys told, Scalar missed, String decides) {
        if (CaseFile.scalar(told, "nearly", "rule").isEmpty()) {
            int end = edits.offset(missed.place().line(), missed.place().column()) + missed.width();
            edits.insert(end, ", rule: " + decides);
        }
    }

    /** The first number of the tariff that such a rule decides; those that entries can report come first. */
    private Optional<HtsNumber> number(Predicate<Long> among, LocalDate day, Predicate<String> decided) {
        return schedule.numbers().stream()
                .filter(number -> among.test(filled(number)) && decided.test(decider(number.text(), day)))
                .min(Comparator.comparing((HtsNumber number) -> schedule.status(number) != NumberStatus.ACTIVE)
                        .thenComparing(number -> -number.digits().length())
                        .thenComparing(CorrectedCases::filled));
    }

    private static long filled(HtsNumber number) {
        return Long.parseLong(number.digits()) * (number.digits().length() == 8 ? 100 : 1);
    }

    /** The id of the rule that decides a number on a day; {@code none} without one. */
    private String decider(String hts, LocalDate day) {
        String digits = hts.replaceAll("[^0-9]", "");
        boolean asked = (digits.length() == 8 || digits.length() == 10) && !day.isBefore(corrected.firstCoveredDay());
        Classified classified = asked ? corrected.edition(day).classify(new HtsNumber(digits)) : null;
        return classified == null ? "none" : classified.rule().id().text();
    }
}
