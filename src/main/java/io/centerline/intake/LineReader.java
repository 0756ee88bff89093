package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.IssueCode;
import io.centerline.intake.RequestFields.LineField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the entry lines of a JSON request. */
final class LineReader {

    private final JsonCursor cursor;
    private final Issues issues;
    private final Warnings warnings;
    private final LineDraft draft;
    private final int mostLines;
    private int undated;
    private int seen;

    LineReader(JsonCursor cursor, Issues issues, Warnings warnings, LineDraft draft, int mostLines) {
        this.cursor = cursor;
        this.issues = issues;
        this.warnings = warnings;
        this.draft = draft;
        this.mostLines = mostLines;
    }

    /** Reads the list at hand; of no use when there were issues. Stops the reading at one line too many. */
    List<EntryLine> read() throws IOException {
        List<EntryLine> lines = readOfEntry();
        warnOfUndated(warnings, "/lines", undated);
        return lines;
    }

    /** The same for the lines of one entry, which is counted whatever its days are. */
    List<EntryLine> readOfEntry() throws IOException {
        List<EntryLine> lines = new ArrayList<>();
        if (!cursor.enterList()) {
            return lines;
        }
        while (cursor.nextElement()) {
            if (seen++ >= mostLines) {
                String pointer = cursor.pointer();
                issues.add(
                        IssueCode.TOO_MANY_LINES,
                        pointer.substring(0, pointer.lastIndexOf('/')),
                        "the request has more than " + mostLines + " entry lines",
                        "add alike lines up and give their number as `count`, or send a file to `place`");
                throw new JsonCursor.Stop();
            }
            if (readLine()) {
                undated += draft.isUndated() ? 1 : 0;
                if (!issues.any()) {
                    lines.add(draft.finish());
                }
            }
        }
        return lines;
    }

    static void warnOfUndated(Warnings warnings, String pointer, int undated) {
        if (undated > 0 && warnings.wants(IssueCode.UNDATED_LINES)) {
            String message = undated == 1
                    ? "1 entry line has no date and counts as if it lay in the window"
                    : undated + " entry lines have no date and count as if they lay in the window";
            warnings.add(IssueCode.UNDATED_LINES, pointer, message, "give the entry date");
        }
    }

    private boolean readLine() throws IOException {
        draft.start();
        if (!cursor.enterObject()) {
            return false;
        }
        for (LineField field = next(); field != null; field = next()) {
            switch (field) {
                case HTS -> readNumbers();
                case LINE, COUNT -> readInteger(field);
                default -> readText(field);
            }
        }
        return true;
    }

    private @Nullable LineField next() throws IOException {
        return cursor.nextField(RequestFields.LINE);
    }

    private void readInteger(LineField field) throws IOException {
        String digits = cursor.integer();
        if (digits != null) {
            if (field == LineField.LINE) {
                draft.line(cursor, digits);
            } else {
                draft.count(cursor, digits);
            }
        }
    }

    private void readText(LineField field) throws IOException {
        String text = cursor.text();
        if (text != null) {
            switch (field) {
                case ENTRY -> draft.entry(cursor, text);
                case DATE -> draft.date(cursor, text);
                case SET -> draft.set(cursor, text);
                case ROLE -> draft.role(cursor, text);
                case QUANTITY -> draft.quantity(cursor, text);
                case VALUE -> draft.value(cursor, text);
                case LINE, COUNT, HTS -> throw new AssertionError(field + " is no text");
            }
        }
    }

    private void readNumbers() throws IOException {
        if (cursor.isList()) {
            cursor.enterList();
            while (cursor.nextElement()) {
                readNumber("a string");
            }
            draft.numbersEnd(cursor);
        } else if (readNumber("a string or a list of strings")) {
            draft.numbersEnd(cursor);
        }
    }

    private boolean readNumber(String expected) throws IOException {
        String text = cursor.text(expected);
        if (text == null) {
            draft.unreadableNumber();
            return false;
        }
        draft.number(cursor, text);
        return true;
    }
}
