package io.centerline.web.ask;

import io.centerline.activation.ActiveRulebook;
import io.centerline.application.BusyException;
import io.centerline.application.FailureKind;
import io.centerline.application.FilePlacements;
import io.centerline.application.NumberAnswer;
import io.centerline.application.NumberLookup;
import io.centerline.application.RefusedException;
import io.centerline.application.Turns;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowFile;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.sheet.RowSources;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers a form: places the importers of its lines, or one importer of its numbers. */
@Singleton
final class Placing {
    /** Lines up to this size are answered at once; longer ones take turns. */
    private static final int SHORT = 256 << 10;

    /** So many long forms are answered at once: each keeps a core busy, and decisions on single requests come first. */
    static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int RETRY_SECONDS = 15;

    private final Turns turns = new Turns(
            AT_ONCE,
            PATIENCE,
            RETRY_SECONDS,
            "the service is placing the importers of other large files; nothing was placed, try again in a few seconds");
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
     * @param numbers what is known of numbers alone; null where entry lines came
     * @param decisions one for each importer; none where every row is rejected
     */
    record Result(
            FilePlacements.@Nullable Placed file, @Nullable Numbers numbers, List<Decision> decisions) {
        /**
         * The same where somebody is placed.
         *
         * @throws RefusedException where every row is rejected
         */
        Result placed() {
            if (decisions.isEmpty()) {
                throw new RefusedException(
                        FailureKind.INVALID_FACTS, "no importer can be placed: every row is rejected");
            }
            return this;
        }
    }

    /**
     * Answers a form when its turn comes.
     *
     * @throws BusyException when it does not
     */
    <T> T inTurn(AskForm form, Function<AskForm, T> answer) {
        return form.content().length <= SHORT ? answer.apply(form) : turns.take(() -> answer.apply(form));
    }

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
            Numbers read = numbers(numbers, asked.asOf());
            return new Result(null, read, List.of(placements.place(read.answers(), asked)));
        }
        try {
            FilePlacements.Placed placed = placements.place(rows(form), asked, PageRemedies.over(rejects));
            return new Result(placed, null, placed.decisions());
        } catch (IOException impossible) {
            throw impossible(impossible);
        }
    }

    /**
     * Reads the lines and decides nothing.
     *
     * @param rejects takes the rows that are rejected
     */
    void reject(AskForm form, RejectedRows rejects) {
        try {
            placements.reject(rows(form), form.asked(), PageRemedies.over(rejects));
        } catch (IOException impossible) {
            throw impossible(impossible);
        }
    }

    private static RowFile rows(AskForm form) {
        byte[] content = form.content();
        return () -> RowSources.open(new ByteArrayInputStream(content), RowIntake.sheet(""));
    }

    private static UncheckedIOException impossible(IOException read) {
        return new UncheckedIOException("bytes in memory can be read", read);
    }

    /** What the page shows of an answer, with the whole explanation of one importer's where that is wanted. */
    FileAnswer shown(AskForm form) {
        return FileAnswer.of(answer(form, RejectedRows.NOBODY), form.show(), placements::explain);
    }

    /**
     * What is known of numbers.
     *
     * @param answers for those that can be read
     * @param unread the others
     */
    record Numbers(List<NumberAnswer> answers, List<Unread> unread) {
        /** What is wrong with the others. */
        List<Issue> issues() {
            return unread.stream().map(Unread::issue).toList();
        }
    }

    /**
     * A part of a list that is no number.
     *
     * @param text as it was received
     * @param issue what is wrong
     */
    record Unread(String text, Issue issue) {}

    /**
     * What is known of numbers.
     *
     * @throws RefusedException when there are too many, or none can be read
     */
    Numbers numbers(List<String> numbers, LocalDate asOf) {
        if (numbers.size() > NumberLookup.MOST_NUMBERS) {
            throw new RefusedException(
                    FailureKind.INVALID_REQUEST,
                    List.of(new Issue(
                            IssueCode.TOO_MANY_NUMBERS,
                            "",
                            "the list has more than " + NumberLookup.MOST_NUMBERS + " numbers",
                            "ask in several requests")));
        }
        Rulebook rulebook = active.latest().rulebook();
        List<NumberAnswer> answers = new ArrayList<>(numbers.size());
        List<Unread> unread = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String pointer = "number " + (i + 1);
            List<Issue> issues = new ArrayList<>(0);
            answers.addAll(lookup.answer(rulebook, List.of(numbers.get(i)), only -> pointer, asOf, issues));
            for (Issue issue : issues) {
                unread.add(new Unread(numbers.get(i), issue));
            }
        }
        Numbers read = new Numbers(answers, unread);
        if (answers.isEmpty() && !unread.isEmpty()) {
            throw new RefusedException(FailureKind.INVALID_REQUEST, read.issues());
        }
        return read;
    }
}
