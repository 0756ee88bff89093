package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.LineField;
import io.centerline.facts.LineInput;
import io.centerline.facts.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry line of one row while its cells are read; each row has its own. Not thread-safe. */
final class FileLine {
    private final FieldReader fields;
    private final NumberReader numbers;
    private final EntryLine.Builder line = EntryLine.builder();
    private int numbersReceived;

    FileLine(FieldReader fields, NumberReader numbers) {
        this.fields = fields;
        this.numbers = numbers;
    }

    /** Reads a cell that holds a field; a cell of HTS numbers holds one of perhaps several. */
    void read(LineField field, FilePlace place, String text) throws IOException {
        field.read(new Cell(place, text), line);
    }

    /** What was read, once all cells have been; the place is that of the first HTS column. */
    EntryLine.Builder end(FilePlace numbersPlace) {
        numbers.end(numbersPlace, numbersReceived, line);
        return line;
    }

    private final class Cell implements LineInput {
        private final FilePlace place;
        private final String text;

        Cell(FilePlace place, String text) {
            this.place = place;
            this.text = text;
        }

        @Override
        public @Nullable String text(int longest) {
            return fields.text(place, text, longest);
        }

        @Override
        public @Nullable Integer integer(int least) {
            return fields.integer(place, text, least);
        }

        @Override
        public @Nullable LocalDate date() {
            return fields.date(place, text);
        }

        @Override
        public <E> @Nullable E word(Words<E> words) {
            return fields.word(place, text, words);
        }

        @Override
        public @Nullable BigDecimal quantity() {
            return fields.quantity(place, text);
        }

        @Override
        public @Nullable Long cents() {
            return fields.cents(place, text);
        }

        /** As JSON has it, and one digit as well: a spreadsheet takes {@code 01} for a number. */
        @Override
        public @Nullable String entryType() {
            return fields.entryType(place, text.length() == 1 ? "0" + text : text);
        }

        @Override
        public @Nullable List<Long> centsByNumber() {
            throw new IllegalStateException("no column holds the values of several numbers");
        }

        @Override
        public void numbers(EntryLine.Builder line) {
            numbersReceived++;
            numbers.read(place, text, numbersReceived, line);
        }
    }
}
