package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.HtsFault;
import io.centerline.tariff.HtsNote;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.HtsReading;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import org.jspecify.annotations.Nullable;

/** The rules for the HTS numbers that a line reports, the same for JSON and for files. Keeps nothing of a line. */
public final class NumberReader {

    /** No well-formed number comes near this length, however it is punctuated. */
    private static final int LONGEST_TEXT = 100;

    private final Issues issues;
    private final Warnings warnings;
    private final HtsReader reader;
    private final Schedule schedule;

    /**
     * A reader.
     *
     * @param issues takes the faults of numbers
     * @param warnings takes what is odd about them
     * @param reader reads single numbers
     * @param schedule knows which numbers exist
     */
    public NumberReader(Issues issues, Warnings warnings, HtsReader reader, Schedule schedule) {
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
            warnOfStatus(place, readable.number());
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

    private void warnOfStatus(InputPlace place, HtsNumber number) {
        NumberStatus status = schedule.status(number);
        if (status == NumberStatus.EXPIRED && warnings.wants(IssueCode.HTS_EXPIRED)) {
            String message = "HTS number `" + number.text() + "` is no longer in the schedule";
            warnings.add(
                    IssueCode.HTS_EXPIRED,
                    place,
                    place.prefix() + message,
                    "compare it with the entry summary and its date");
        }
        if (status == NumberStatus.UNKNOWN && warnings.wants(IssueCode.HTS_UNKNOWN)) {
            String prefix = schedule.longestKnownPrefix(number);
            String known = prefix.isEmpty()
                    ? "nothing it starts with is known"
                    : "its longest known prefix is `" + prefix + "`";
            String message = "HTS number `" + number.text() + "` was never in the schedule; " + known;
            warnings.add(IssueCode.HTS_UNKNOWN, place, place.prefix() + message, "compare it with the entry summary");
        }
    }

    private static IssueCode codeOf(HtsFault fault) {
        return IssueCode.valueOf(fault.name());
    }

    private static IssueCode codeOf(HtsNote note) {
        return IssueCode.valueOf(note.name());
    }
}
