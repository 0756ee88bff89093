package io.centerline.web.ask;

import io.centerline.activation.ActiveRulebook;
import io.centerline.application.FailureKind;
import io.centerline.application.FilePlacements;
import io.centerline.application.NumberAnswer;
import io.centerline.application.NumberLookup;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.sheet.RowSources;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers a form: places the importers of its lines, or one importer of its numbers. */
@Singleton
final class Placing {
    private final FilePlacements placements;
    private final NumberLookup lookup;
    private final ActiveRulebook active;

    Placing(FilePlacements placements, NumberLookup lookup, ActiveRulebook active) {
        this.placements = placements;
        this.lookup = lookup;
        this.active = active;
    }

    /**
     * The answer.
     *
     * @param file what was read of entry lines; null where numbers alone were pasted
     * @param numbers what is known of numbers alone
     * @param decisions one for each importer
     */
    record Result(FilePlacements.@Nullable Placed file, List<NumberAnswer> numbers, List<Decision> decisions) {}

    /**
     * Answers.
     *
     * @param rejects takes the rows that are rejected
     * @throws RefusedException with all that is wrong with the lines
     */
    Result answer(AskForm form, RejectedRows rejects) {
        return answer(form, form.asked(), rejects);
    }

    /** The same with the whole explanation of every decision. */
    Result explained(AskForm form, RejectedRows rejects) {
        return answer(form, form.asked().explained(Explain.FULL), rejects);
    }

    private Result answer(AskForm form, FilePlacements.Asked asked, RejectedRows rejects) {
        List<String> numbers = form.file() == null ? NumberList.of(form.lines()) : List.of();
        if (!numbers.isEmpty()) {
            List<NumberAnswer> answers = numbers(numbers, asked.asOf());
            Decision decision =
                    placements.place(answers.stream().map(NumberAnswer::number).toList(), asked);
            return new Result(null, answers, List.of(decision));
        }
        byte[] content = form.content();
        try {
            FilePlacements.Placed placed = placements.place(
                    () -> RowSources.open(new ByteArrayInputStream(content), RowIntake.sheet("")), asked, rejects);
            return new Result(placed, List.of(), placed.decisions());
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can be read", impossible);
        }
    }

    /** What the page shows of an answer, with the whole explanation of one importer's where that is wanted. */
    FileAnswer shown(AskForm form) {
        return FileAnswer.of(answer(form, RejectedRows.NOBODY), form.show(), placements::explain);
    }

    /**
     * What is known of numbers.
     *
     * @throws RefusedException with all that is wrong with them
     */
    List<NumberAnswer> numbers(List<String> numbers, LocalDate asOf) {
        List<Issue> issues = new ArrayList<>();
        if (numbers.size() > NumberLookup.MOST_NUMBERS) {
            issues.add(new Issue(
                    IssueCode.TOO_MANY_NUMBERS,
                    "",
                    "the list has more than " + NumberLookup.MOST_NUMBERS + " numbers",
                    "ask in several requests"));
        }
        List<NumberAnswer> answers = issues.isEmpty()
                ? lookup.answer(
                        active.latest().rulebook(), List.copyOf(numbers), i -> "number " + (i + 1), asOf, issues)
                : List.of();
        if (!issues.isEmpty()) {
            throw new RefusedException(FailureKind.INVALID_REQUEST, issues);
        }
        return answers;
    }
}
