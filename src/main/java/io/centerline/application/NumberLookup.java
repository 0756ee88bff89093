package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Descriptions;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.HtsReading;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Answers the trade's own question: which Center does this number belong to? */
@ApplicationScoped
public class NumberLookup {
    private static final int MOST_ISSUES = 1_000;
    private static final int LONGEST_NUMBER_TEXT = 100;

    private final HtsReader reader;
    private final Schedule schedule;
    private final Descriptions descriptions;

    NumberLookup(HtsReader reader, Schedule schedule, Descriptions descriptions) {
        this.reader = reader;
        this.schedule = schedule;
        this.descriptions = descriptions;
    }

    /**
     * Answers for numbers as received, in their order. What is wrong with a number is added to the issues, of which no
     * more than {@value #MOST_ISSUES} are listed; the answers are complete when there is none.
     *
     * @param rulebook covers the day
     * @param numbers the numbers; one that is null has its issue already
     * @param pointer where in the request the number of an index is
     */
    public List<NumberAnswer> answer(
            Rulebook rulebook,
            List<@Nullable String> numbers,
            IntFunction<String> pointer,
            LocalDate asOf,
            List<Issue> issues) {
        Edition edition = rulebook.edition(asOf);
        List<NumberAnswer> answers = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size() && issues.size() < MOST_ISSUES; i++) {
            String received = numbers.get(i);
            if (received != null) {
                answer(edition, received, pointer.apply(i), asOf, issues).ifPresent(answers::add);
            }
        }
        return answers;
    }

    private Optional<NumberAnswer> answer(
            Edition edition, String received, String pointer, LocalDate asOf, List<Issue> issues) {
        if (received.length() > LONGEST_NUMBER_TEXT) {
            issues.add(new Issue(
                    IssueCode.TEXT_TOO_LONG,
                    pointer,
                    "HTS number has " + received.length() + " characters",
                    "a number has 8 or 10 digits"));
            return Optional.empty();
        }
        HtsReading reading = reader.read(received);
        if (reading instanceof HtsReading.Unreadable unreadable) {
            issues.add(new Issue(
                    IssueCode.valueOf(unreadable.fault().name()), pointer, unreadable.message(), unreadable.help()));
            return Optional.empty();
        }
        HtsReading.Readable readable = (HtsReading.Readable) reading;
        List<Issue> warnings = new ArrayList<>(0);
        if (readable.note() != null) {
            warnings.add(new Issue(IssueCode.valueOf(readable.note().name()), pointer, readable.noteMessage(), ""));
        }
        return Optional.of(answer(edition, readable.number(), pointer, asOf, warnings));
    }

    private NumberAnswer answer(
            Edition edition, HtsNumber number, String pointer, LocalDate asOf, List<Issue> warnings) {
        NumberStatus status = schedule.status(number);
        if (status == NumberStatus.EXPIRED) {
            warnings.add(new Issue(
                    IssueCode.HTS_EXPIRED,
                    pointer,
                    "HTS number `" + number.text() + "` is no longer in the schedule " + schedule.edition(),
                    ""));
        } else if (status == NumberStatus.UNKNOWN) {
            String prefix = schedule.longestKnownPrefix(number);
            warnings.add(new Issue(
                    IssueCode.HTS_UNKNOWN,
                    pointer,
                    "HTS number `" + number.text() + "` was never in the schedule; "
                            + (prefix.isEmpty()
                                    ? "nothing it starts with is known"
                                    : "its longest known prefix is `" + prefix + "`"),
                    ""));
        }
        Classified classified = edition.classify(number);
        return new NumberAnswer(number, status, classified, descriptions.of(number), asOf, warnings);
    }
}
