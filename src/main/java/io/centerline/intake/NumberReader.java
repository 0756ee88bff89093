package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.HtsFault;
import io.centerline.tariff.HtsNote;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.HtsReading;
import io.centerline.tariff.NumberRemark;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules for the HTS numbers that a line reports, the same for JSON and for files. Keeps nothing of a line. */
public final class NumberReader {

    /** No well-formed number comes near this length, however it is punctuated. */
    private static final int LONGEST_TEXT = 100;

    private final Issues issues;
    private final Warnings warnings;
    private final HtsReader reader;
    private final Schedule schedule;
    private final @Nullable LocalDate asOf;
    private final List<Dated> ofLine = new ArrayList<>(0);
    private final List<Dated> undated = new ArrayList<>(0);

    /**
     * A reader.
     *
     * @param issues takes the faults of numbers
     * @param warnings takes what is odd about them
     * @param reader reads single numbers
     * @param schedule knows which numbers exist
     */
    public NumberReader(Issues issues, Warnings warnings, HtsReader reader, Schedule schedule) {
        this(issues, warnings, reader, schedule, null);
    }

    /**
     * A reader that knows the day of the case from the start.
     *
     * @param asOf the day of lines that have none; null when {@link #endCase} tells it
     */
    public NumberReader(
            Issues issues, Warnings warnings, HtsReader reader, Schedule schedule, @Nullable LocalDate asOf) {
        this.asOf = asOf;
        this.issues = issues;
        this.warnings = warnings;
        this.reader = reader;
        this.schedule = schedule;
    }

    /**
     * Reads a reported number and adds it to the line.
     *
     * @param nth the position of the number on its line, from 1; numbers after the sixteenth are not read
     */
    void read(InputPlace place, String text, int nth, EntryLine.Builder line) {
        if (nth > EntryLine.MOST_NUMBERS) {
            return;
        }
        HtsNumber number = read(place, text);
        if (number != null) {
            line.number(number);
        }
    }

    /** Reads a reported number; null after reporting why it is none. */
    public @Nullable HtsNumber read(InputPlace place, String text) {
        if (text.length() > LONGEST_TEXT) {
            issues.add(
                    IssueCode.TEXT_TOO_LONG,
                    place,
                    place.prefix() + "HTS number has " + text.length() + " characters",
                    "one number per field, 8 or 10 digits");
            return null;
        }
        HtsReading reading = reader.read(text);
        if (reading instanceof HtsReading.Readable readable) {
            warnOfNote(place, readable);
            note(place, readable.number());
            return readable.number();
        }
        HtsReading.Unreadable unreadable = (HtsReading.Unreadable) reading;
        issues.add(codeOf(unreadable.fault()), place, place.prefix() + unreadable.message(), unreadable.help());
        return null;
    }

    /**
     * Judges the numbers of a line once all have arrived.
     *
     * @param place that of the whole list
     * @param received how many numbers arrived, readable or not
     */
    void end(InputPlace place, int received, EntryLine.Builder line) {
        if (received == 0) {
            issues.add(
                    IssueCode.FIELD_MISSING,
                    place,
                    place.prefix() + "no HTS number is reported",
                    "a line has at least one");
        } else if (received > EntryLine.MOST_NUMBERS) {
            issues.add(
                    IssueCode.TOO_MANY_NUMBERS,
                    place,
                    place.prefix() + received + " HTS numbers are reported, at most " + EntryLine.MOST_NUMBERS
                            + " are accepted",
                    "send those that the entry summary reports for this line");
        } else if (line.commodities() > 1 && warnings.wants(IssueCode.HTS_SEVERAL_COMMODITIES)) {
            warnings.add(
                    IssueCode.HTS_SEVERAL_COMMODITIES,
                    place,
                    place.prefix() + line.commodities()
                            + " numbers outside chapters 98 and 99 are reported; the counting rules say which of them votes",
                    "give the value of each as `values`, which tells goods of different Centers apart");
        }
    }

    private void warnOfNote(InputPlace place, HtsReading.Readable readable) {
        HtsNote note = readable.note();
        if (note != null && warnings.wants(codeOf(note))) {
            warnings.add(codeOf(note), place, place.prefix() + readable.noteMessage(), "");
        }
    }

    /** Whether a number of the line is to be judged by its day. */
    public boolean awaitsDay() {
        return !ofLine.isEmpty();
    }

    /**
     * Ends a line: judges its numbers whose status depends on the day.
     *
     * @param date the day of the line; null when it has none, or it is not known yet
     */
    public void endLine(@Nullable LocalDate date) {
        LocalDate day = date == null ? asOf : date;
        if (day == null) {
            undated.addAll(ofLine);
        } else {
            ofLine.forEach(number -> judge(number, day));
        }
        ofLine.clear();
    }

    /** Ends a case: numbers of lines without a day are judged by the day of the case. */
    void endCase(LocalDate day) {
        undated.forEach(number -> judge(number, day));
        undated.clear();
    }

    private void note(InputPlace place, HtsNumber number) {
        if (!schedule.isSteady(number)) {
            ofLine.add(new Dated(place.pointer(), place.prefix(), number));
            return;
        }
        NumberStatus status = schedule.status(number);
        if (status != NumberStatus.ACTIVE && warnings.wants(IssueCode.of(status))) {
            // No day makes a difference.
            warn(new Dated(place.pointer(), place.prefix(), number), LocalDate.MIN);
        }
    }

    private void judge(Dated number, LocalDate day) {
        NumberStatus status = schedule.status(number.number(), day);
        if (status != NumberStatus.ACTIVE && warnings.wants(IssueCode.of(status))) {
            warn(number, day);
        }
    }

    private void warn(Dated number, LocalDate day) {
        NumberRemark remark = Objects.requireNonNull(schedule.remark(number.number(), day));
        warnings.add(
                IssueCode.of(remark.status()),
                number.pointer(),
                number.prefix() + remark.message(),
                remark.status() == NumberStatus.UNKNOWN
                        ? "compare it with the entry summary"
                        : "compare it with the entry summary and its date");
    }

    /**
     * A number that is judged once a day is known.
     *
     * @param pointer where it stands
     * @param prefix the same for people, in front of a message
     */
    private record Dated(String pointer, String prefix, HtsNumber number) {}

    private static IssueCode codeOf(HtsFault fault) {
        return IssueCode.valueOf(fault.name());
    }

    private static IssueCode codeOf(HtsNote note) {
        return IssueCode.valueOf(note.name());
    }
}
