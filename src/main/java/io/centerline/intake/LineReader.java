package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.EntryTypes;
import io.centerline.facts.IssueCode;
import io.centerline.facts.LineField;
import io.centerline.facts.LineInput;
import io.centerline.facts.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the entry lines of a JSON request. */
final class LineReader implements LineInput {

    private final JsonCursor cursor;
    private final Issues issues;
    private final Warnings warnings;
    private final ValueReader values;
    private final NumberReader numbers;
    private final LineNumbers lineNumbers;
    private final int mostLines;
    private int undated;
    private final BitSet unknownTypes = new BitSet();
    private int seen;
    private int numbersReceived;

    LineReader(
            JsonCursor cursor,
            Issues issues,
            Warnings warnings,
            ValueReader values,
            NumberReader numbers,
            LineNumbers lineNumbers,
            int mostLines) {
        this.lineNumbers = lineNumbers;
        this.cursor = cursor;
        this.issues = issues;
        this.warnings = warnings;
        this.values = values;
        this.numbers = numbers;
        this.mostLines = mostLines;
    }

    /** Reads the list at hand; of no use when there were issues. Stops the reading at one line too many. */
    List<EntryLine> read() throws IOException {
        List<EntryLine> lines = readOfEntry();
        if (!issues.any()) {
            lineNumbers.check("/lines", "", lines);
        }
        warnings.addUndated("/lines", undated);
        warnings.addUnknownTypes("/lines", unknownTypes);
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
            EntryLine.Builder line = readLine();
            if (line != null) {
                undated += line.isDated() ? 0 : 1;
                EntryTypes.addUnknown(line.entryTypeNumber(), unknownTypes);
                if (!issues.any()) {
                    lines.add(line.build());
                }
            }
        }
        return lines;
    }

    private EntryLine.@Nullable Builder readLine() throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        EntryLine.Builder line = EntryLine.builder();
        LineField field;
        numbersReceived = 0;
        while ((field = cursor.nextField(RequestFields.LINE)) != null) {
            field.read(this, line);
        }
        checkValues(line);
        numbers.endLine(line.day());
        return line;
    }

    /** Each number has a value, or none has; together they are the line's. */
    private void checkValues(EntryLine.Builder line) {
        List<Long> amounts = line.centsByNumber();
        if (amounts.isEmpty()) {
            return;
        }
        InputPlace place = cursor.at(LineField.VALUES.key());
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.min(sum + amount, FieldReader.MOST_CENTS + 1);
        }
        if (amounts.size() != numbersReceived) {
            issues.add(
                    IssueCode.VALUES_DIFFER,
                    place,
                    place.subject() + " has " + amounts.size() + (amounts.size() == 1 ? " value" : " values")
                            + ", expected " + numbersReceived + ", one for each number of `hts`",
                    "write null for a number without a value");
        } else if (sum > FieldReader.MOST_CENTS) {
            issues.add(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    place,
                    place.subject() + " adds up to more than 13 digits before the point",
                    "compare it with the entry summary");
        } else if (line.isAddedUpWrongly()) {
            issues.add(
                    IssueCode.VALUES_DIFFER,
                    place,
                    place.subject() + " adds up to `" + BigDecimal.valueOf(sum, 2) + "`, which is not the `value`",
                    "leave `value` out, or give the sum of `values`");
        }
    }

    @Override
    public @Nullable String text(int longest) throws IOException {
        return values.text(longest);
    }

    @Override
    public @Nullable Integer integer(int least) throws IOException {
        return values.integer(least);
    }

    @Override
    public @Nullable LocalDate date() throws IOException {
        return values.date();
    }

    @Override
    public <E> @Nullable E word(Words<E> words) throws IOException {
        return values.word(words);
    }

    @Override
    public @Nullable BigDecimal quantity() throws IOException {
        return values.quantity();
    }

    @Override
    public @Nullable Long cents() throws IOException {
        return values.cents();
    }

    @Override
    public @Nullable String entryType() throws IOException {
        return values.entryType();
    }

    @Override
    public @Nullable List<Long> centsByNumber() throws IOException {
        List<Long> read = values.listOfCents();
        if (read != null && read.isEmpty()) {
            issues.add(
                    IssueCode.VALUES_DIFFER,
                    cursor,
                    cursor.subject() + " holds no value",
                    "leave it out, or give one value for each number of `hts`");
        }
        return read;
    }

    /** One number, or a list of them. */
    @Override
    public void numbers(EntryLine.Builder line) throws IOException {
        int received = 0;
        if (cursor.isList()) {
            cursor.enterList();
            while (cursor.nextElement()) {
                received++;
                readNumber("a string", received, line);
            }
        } else if (readNumber("a string or a list of strings", 1, line)) {
            received = 1;
        } else {
            return;
        }
        numbersReceived = received;
        numbers.end(cursor, received, line);
    }

    private boolean readNumber(String expected, int nth, EntryLine.Builder line) throws IOException {
        String text = cursor.text(expected);
        if (text == null) {
            return false;
        }
        numbers.read(cursor, text, nth, line);
        return true;
    }
}
