package io.centerline.web.ask;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.Query;
import io.centerline.application.NumberAnswer;
import io.centerline.application.NumberLookup;
import io.centerline.application.NumberPreview;
import io.centerline.application.RefusedException;
import io.centerline.application.RuleSearch;
import io.centerline.facts.Issue;
import io.centerline.placement.Decision;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsLevel;
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

    /** The answer to {@code q} of a query on its day {@code asOf}; nothing found where nothing was asked. */
    QuickAnswer answer(Query query, LocalDate today) {
        Rulebook rulebook = active.latest().rulebook();
        String asked = Objects.requireNonNullElse(query.raw("q"), "");
        String typed = Objects.requireNonNullElse(query.raw("asOf"), "");
        Query days = new Query(typed.isEmpty() ? null : "asOf=" + typed);
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
            return new QuickAnswer.Found(null, numbers.level(rulebook, level.get(), day), null, null);
        }
        if (asked.codePoints().anyMatch(Character::isLetter)) {
            return new QuickAnswer.Found(null, null, RuleSearch.find(rulebook, asked), null);
        }
        List<String> several = NumberList.of(asked);
        if (several.size() > 1) {
            return new QuickAnswer.Found(null, null, null, several(several, day));
        }
        return numbers.one(rulebook, asked, day, issues)
                .map(answer -> new QuickAnswer.Found(answer, null, null, null))
                .orElse(null);
    }

    private QuickAnswer.Numbers several(List<String> several, LocalDate day) {
        Serving serving = active.latest();
        List<NumberAnswer> answers = placing.numbers(several, day);
        Decision decision = NumberPreview.of(
                serving.placement(), answers.stream().map(NumberAnswer::number).toList(), day);
        return QuickAnswer.Numbers.of(
                answers, decision, NumberPreview.standing(decision.explanation().tallies()));
    }
}
