package io.centerline.check.edit;

import io.centerline.check.CaseAnswers;
import io.centerline.rulebook.edit.TextEdits;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes cases that no longer hold from a day on to the day before, on which they do, or tells what holds now. Not thread-safe. */
final class PastCases {
    private final CaseAnswers before;
    private final CaseAnswers after;
    private final LocalDate day;

    PastCases(CaseAnswers before, CaseAnswers after, LocalDate day) {
        this.before = before;
        this.after = after;
        this.day = day;
    }

    /** Whether a file holds cases that are asked by deciding. */
    static boolean isAsked(String path) {
        return path.endsWith(".cases.yaml") && !path.startsWith("membership/") && !path.startsWith("scenarios/");
    }

    /**
     * The file in which every case that held still does: on the day before, else with what the rules now say, as far as either
     * helps.
     */
    CaseFile in(CaseFile file) {
        Set<Integer> held = lines(before, file);
        held.removeAll(lines(after, file));
        TextEdits edits = new TextEdits(file.text());
        file.cases().stream().filter(keys -> isAmong(held, keys)).forEach(keys -> move(edits, keys));
        CaseFile moved = new CaseFile(file.path(), edits.applied());
        Set<Integer> past = lines(after, moved);
        TextEdits kept = new TextEdits(file.text());
        file.cases().stream()
                .filter(keys -> isAmong(held, keys) && isAmong(past, keys))
                .forEach(keys -> move(kept, keys));
        CaseFile result = new CaseFile(file.path(), kept.applied());
        return result.mended(after.ask(file.path(), result.text()).stream()
                .filter(answer -> held.contains(answer.rule().place().line())
                        && answer.faults().isEmpty())
                .flatMap(answer -> answer.differs().stream())
                .toList());
    }

    private static boolean isAmong(Set<Integer> lines, Keys told) {
        return CaseFile.scalar(told, "rule")
                .filter(rule -> lines.contains(rule.place().line()))
                .isPresent();
    }

    /** The lines of the cases that are true; what is replaced stays within lines, so that lines stay. */
    static Set<Integer> lines(CaseAnswers rules, CaseFile file) {
        return rules.ask(file.path(), file.text()).stream()
                .filter(answer -> CaseFile.isTrue(List.of(answer)))
                .map(answer -> answer.rule().place().line())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void move(TextEdits edits, Keys told) {
        for (String half : List.of("fires", "nearly")) {
            CaseFile.scalar(told, half, "asOf")
                    .or(() -> CaseFile.scalar(told, half, "facts", "asOf"))
                    .filter(asOf -> !LocalDate.parse(asOf.text()).isBefore(day))
                    .ifPresent(
                            asOf -> CaseFile.put(edits, asOf, day.minusDays(1).toString()));
        }
    }
}
