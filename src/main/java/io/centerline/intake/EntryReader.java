package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.IssueCode;
import io.centerline.intake.RequestFields.EntryField;
import io.centerline.text.Echo;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the entry an activity is about. */
public final class EntryReader {
    private static final Pattern PORT = Pattern.compile("[0-9]{4}");

    private final JsonCursor cursor;
    private final Issues issues;
    private final ValueReader values;
    private final LineReader lines;
    private final LineNumbers lineNumbers;

    EntryReader(JsonCursor cursor, Issues issues, ValueReader values, LineReader lines, LineNumbers lineNumbers) {
        this.lineNumbers = lineNumbers;
        this.cursor = cursor;
        this.issues = issues;
        this.values = values;
        this.lines = lines;
    }

    /** The entry at hand; null when something about it could not be read. */
    @Nullable
    EntrySummary read() throws IOException {
        String place = cursor.pointer();
        if (!cursor.enterObject()) {
            return null;
        }
        String number = "";
        String port = "";
        List<EntryLine> read = List.of();
        EntryField field;
        while ((field = cursor.nextField(RequestFields.ENTRY)) != null) {
            switch (field) {
                case NUMBER -> number = values.text(EntrySummary.LONGEST_NUMBER);
                case PORT -> port = readPort();
                case LINES -> read = lines.readOfEntry();
            }
        }
        if (number == null || port == null) {
            return null;
        }
        checkLines(place, number, read);
        return new EntrySummary(number, port, read);
    }

    /** The code of a port; null after an issue. */
    @Nullable
    String readPort() throws IOException {
        String text = cursor.text();
        if (text == null || PORT.matcher(text).matches()) {
            return text;
        }
        issues.add(
                IssueCode.VALUE_MALFORMED,
                cursor,
                cursor.subject() + " " + Echo.of(text) + " is not the code of a port",
                "write its four digits, for example `2704`");
        return null;
    }

    /** Reports the lines that name another entry than the one at a place, and those that are there twice. */
    void checkLines(String place, String number, List<EntryLine> read) {
        for (int i = 0; i < read.size() && !number.isEmpty(); i++) {
            String named = read.get(i).entry();
            if (!named.isEmpty() && !EntrySummary.bare(named).equals(EntrySummary.bare(number))) {
                issues.add(
                        IssueCode.ENTRY_OF_ANOTHER,
                        place + "/lines/" + i + "/entry",
                        "entry line " + (i + 1) + " is of entry " + Echo.of(named) + ", not of " + Echo.of(number),
                        "give each entry its own lines");
            }
        }
        if (!issues.any()) {
            lineNumbers.check(place + "/lines", number, read);
        }
    }
}
