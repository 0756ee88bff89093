package io.centerline.check.edit;

import io.centerline.check.CaseAnswers;
import io.centerline.check.CaseAnswers.Answer;
import io.centerline.rulebook.edit.TextEdits;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes cases that no longer hold from a day on to the day before, on which they do. Not thread-safe. */
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

    /** The file in which every case that held still does, as far as the day before helps. */
    CaseFile in(CaseFile file) {
        Set<SourcePlace> held = new HashSet<>();
        before.ask(file.path(), file.text()).stream()
                .filter(answer -> CaseFile.isTrue(List.of(answer)))
                .forEach(answer -> held.add(answer.rule().place()));
        TextEdits edits = new TextEdits(file.text());
        for (Answer answer : after.ask(file.path(), file.text())) {
            if (held.contains(answer.rule().place()) && !CaseFile.isTrue(List.of(answer))) {
                file.cases().stream()
                        .filter(keys -> CaseFile.scalar(keys, "rule")
                                .map(Scalar::place)
                                .equals(Optional.of(answer.rule().place())))
                        .forEach(keys -> move(edits, keys));
            }
        }
        return new CaseFile(file.path(), edits.applied());
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
