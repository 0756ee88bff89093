package io.centerline.intake;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.IssueCode;
import io.centerline.facts.Role;
import io.centerline.tariff.HtsFault;
import io.centerline.tariff.HtsNote;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.HtsReading;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry line while its fields arrive, in whatever order; the rules that JSON lines and file rows share. Used for
 * line after line of one request. Not thread-safe.
 */
final class LineDraft {

    /** No well-formed number comes near this length, however it is punctuated. */
    private static final int LONGEST_NUMBER_TEXT = 100;

    private final Issues issues;
    private final Warnings warnings;
    private final FieldReader fields;
    private final HtsReader reader;
    private final Schedule schedule;

    private final List<HtsNumber> hts = new ArrayList<>(EntryLine.MOST_NUMBERS);
    private int numbersReceived;
    private String entry = "";
    private int line;
    private @Nullable LocalDate date;
    private ArticleSet set = ArticleSet.NONE;
    private Role role = Role.IMPORTER_OF_RECORD;
    private int count = 1;
    private @Nullable BigDecimal quantity;
    private long cents;

    LineDraft(Issues issues, Warnings warnings, FieldReader fields, HtsReader reader, Schedule schedule) {
        this.issues = issues;
        this.warnings = warnings;
        this.fields = fields;
        this.reader = reader;
        this.schedule = schedule;
    }

    /** Forgets the line before and starts with every default. */
    void start() {
        hts.clear();
        numbersReceived = 0;
        entry = "";
        line = 0;
        date = null;
        set = ArticleSet.NONE;
        role = Role.IMPORTER_OF_RECORD;
        count = 1;
        quantity = null;
        cents = 0;
    }

    void entry(InputPlace place, String text) {
        String read = fields.text(place, text, FieldReader.LONGEST_ENTRY);
        entry = read == null ? "" : read;
    }

    void line(InputPlace place, String digits) {
        Integer read = fields.integer(place, digits, 0);
        line = read == null ? 0 : read;
    }

    void date(InputPlace place, String text) {
        date = fields.date(place, text);
    }

    void set(InputPlace place, String text) {
        ArticleSet read = fields.word(place, text, Words.SETS);
        set = read == null ? ArticleSet.NONE : read;
    }

    void role(InputPlace place, String text) {
        Role read = fields.word(place, text, Words.ROLES);
        role = read == null ? Role.IMPORTER_OF_RECORD : read;
    }

    void count(InputPlace place, String digits) {
        Integer read = fields.integer(place, digits, 1);
        count = read == null ? 1 : read;
    }

    void quantity(InputPlace place, String text) {
        quantity = fields.quantity(place, text);
    }

    void value(InputPlace place, String text) {
        Long read = fields.cents(place, text);
        cents = read == null ? 0 : read;
    }

    /** The next reported number. Numbers past the sixteenth are counted, not read. */
    void number(InputPlace place, String text) {
        numbersReceived++;
        if (numbersReceived > EntryLine.MOST_NUMBERS) {
            return;
        }
        if (text.length() > LONGEST_NUMBER_TEXT) {
            issues.add(
                    IssueCode.TEXT_TOO_LONG,
                    place,
                    place.prefix() + "HTS number has " + text.length() + " characters",
                    "one number per field, 8 or 10 digits");
            return;
        }
        HtsReading reading = reader.read(text);
        if (reading instanceof HtsReading.Readable readable) {
            hts.add(readable.number());
            warnOfNote(place, readable);
            warnOfStatus(place, readable.number());
        } else if (reading instanceof HtsReading.Unreadable unreadable) {
            issues.add(codeOf(unreadable.fault()), place, place.prefix() + unreadable.message(), unreadable.help());
        }
    }

    /** A reported number that is no text; its issue is reported already. */
    void unreadableNumber() {
        numbersReceived++;
    }

    /** All numbers have arrived; the place is that of the whole list. */
    void numbersEnd(InputPlace place) {
        if (numbersReceived == 0) {
            issues.add(
                    IssueCode.FIELD_MISSING,
                    place,
                    place.prefix() + "no HTS number is reported",
                    "a line has at least one");
        } else if (numbersReceived > EntryLine.MOST_NUMBERS) {
            issues.add(
                    IssueCode.TOO_MANY_NUMBERS,
                    place,
                    place.prefix() + numbersReceived + " HTS numbers are reported, at most " + EntryLine.MOST_NUMBERS
                            + " are accepted",
                    "");
        } else if (commodities() > 1 && warnings.wants(IssueCode.HTS_SEVERAL_COMMODITIES)) {
            warnings.add(
                    IssueCode.HTS_SEVERAL_COMMODITIES,
                    place,
                    place.prefix() + commodities()
                            + " numbers outside chapters 98 and 99 are reported; the last one votes",
                    "");
        }
    }

    boolean isUndated() {
        return date == null;
    }

    /** The line. Only for a line without issues. */
    EntryLine finish() {
        return new EntryLine(entry, line, date, hts, set, role, count, quantity, cents);
    }

    private int commodities() {
        int commodities = 0;
        for (HtsNumber number : hts) {
            commodities += number.isSpecialProvision() ? 0 : 1;
        }
        return commodities;
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
