package io.centerline.web.ask;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.Query;
import io.centerline.application.CenterSearch;
import io.centerline.application.NumberAnswer;
import io.centerline.application.NumberLookup;
import io.centerline.application.NumberPreview;
import io.centerline.application.RefusedException;
import io.centerline.application.RuleSearch;
import io.centerline.facts.Issue;
import io.centerline.placement.Decision;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsLevel;
import io.centerline.web.Formats;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the one field: a number, several, a level of the tariff, or words of a rule's name. */
@Singleton
final class Questions {
    private final NumberLookup numbers;
    private final ActiveRulebook active;
    private final Placing placing;

    Questions(NumberLookup numbers, ActiveRulebook active, Placing placing) {
        this.numbers = numbers;
        this.active = active;
        this.placing = placing;
    }

    /**
     * The answer; nothing found where nothing was asked.
     *
     * @param asked as it was typed
     * @param typed the day as it was typed; empty for today
     */
    QuickAnswer answer(String asked, String typed, LocalDate today) {
        Rulebook rulebook = active.latest().rulebook();
        Query days = new Query(typed.isEmpty() ? null : "asOf=" + Formats.encoded(typed));
        LocalDate day = days.day("asOf", today, rulebook.firstCoveredDay());
        List<AskForm.Fault> ofAsOf = AskForm.Fault.of(days.issues());
        List<Issue> issues = new ArrayList<>();
        QuickAnswer.Found found = null;
        if (!asked.isBlank() && ofAsOf.isEmpty()) {
            try {
                found = found(rulebook, asked.strip(), day, issues);
            } catch (RefusedException refused) {
                issues.addAll(Objects.requireNonNullElse(refused.failure().issues(), List.of()));
            }
        }
        return new QuickAnswer(
                asked, typed.isEmpty() ? day.toString() : typed, day, found, AskForm.Fault.of(issues), ofAsOf);
    }

    private QuickAnswer.@Nullable Found found(Rulebook rulebook, String asked, LocalDate day, List<Issue> issues) {
        Optional<HtsLevel> level = HtsLevel.find(asked);
        if (level.isPresent()) {
            return QuickAnswer.Found.of(numbers.level(rulebook, level.get(), day));
        }
        List<String> several = NumberList.of(asked);
        if (several.size() > 1) {
            return QuickAnswer.Found.of(several(several, day, issues));
        }
        if (asked.codePoints().anyMatch(Character::isLetter)) {
            return QuickAnswer.Found.of(RuleSearch.find(rulebook, asked), CenterSearch.find(asked));
        }
        return numbers.one(rulebook, asked, day, issues)
                .map(QuickAnswer.Found::of)
                .orElse(null);
    }

    private QuickAnswer.Numbers several(List<String> several, LocalDate day, List<Issue> issues) {
        Serving serving = active.latest();
        Placing.Numbers read = placing.numbers(several, day);
        issues.addAll(read.issues());
        List<NumberAnswer> answers = read.answers();
        Decision decision = NumberPreview.of(
                serving.placement(), answers.stream().map(NumberAnswer::number).toList(), day);
        return QuickAnswer.Numbers.of(
                answers, decision, NumberPreview.standing(decision.explanation().tallies()));
    }
}
