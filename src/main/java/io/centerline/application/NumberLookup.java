package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Descriptions;
import io.centerline.tariff.HtsLevel;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.HtsReading;
import io.centerline.tariff.NumberRemark;
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
    /** The most numbers one question may hold. */
    public static final int MOST_NUMBERS = 10_000;

    private static final int MOST_ISSUES = 1_000;
    private static final int LONGEST_NUMBER_TEXT = 100;

    private final HtsReader reader;
    private final HtsReader besideLevels;
    private final Schedule schedule;
    private final Descriptions descriptions;

    NumberLookup(HtsReader reader, Schedule schedule, Descriptions descriptions) {
        this.reader = reader;
        this.besideLevels = reader.besideLevels();
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
                answer(reader, edition, received, pointer.apply(i), asOf, issues)
                        .ifPresent(answers::add);
            }
        }
        return answers;
    }

    /**
     * Answers for one number at a place that takes a chapter, heading or subheading too; a refusal says so.
     *
     * @param rulebook covers the day
     * @param issues receives what is wrong with the number; there is no answer then
     */
    public Optional<NumberAnswer> one(Rulebook rulebook, String number, LocalDate asOf, List<Issue> issues) {
        return answer(besideLevels, rulebook.edition(asOf), number, "number", asOf, issues);
    }

    /**
     * What is known of all numbers that start with the digits of a chapter, heading or subheading.
     *
     * @param rulebook covers the day
     */
    public LevelAnswer level(Rulebook rulebook, HtsLevel level, LocalDate asOf) {
        return LevelAnswer.of(rulebook.edition(asOf), schedule, level, descriptions.of(level), asOf);
    }

    private Optional<NumberAnswer> answer(
            HtsReader reader, Edition edition, String received, String pointer, LocalDate asOf, List<Issue> issues) {
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
        NumberRemark remark = schedule.remark(number, asOf);
        if (remark != null) {
            warnings.add(new Issue(IssueCode.of(remark.status()), pointer, remark.message(), ""));
        }
        NumberStatus status = remark == null ? NumberStatus.ACTIVE : remark.status();
        Classified classified = edition.classify(number);
        return new NumberAnswer(number, status, classified, descriptions.of(number), asOf, warnings);
    }
}
