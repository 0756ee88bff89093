package io.centerline.intake;

import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Words;
import io.centerline.tariff.Center;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the value at hand of a {@link JsonCursor} under the rules of {@link FieldReader}; null after an issue. */
public final class ValueReader {

    private final JsonCursor cursor;
    private final FieldReader fields;

    public ValueReader(JsonCursor cursor, FieldReader fields) {
        this.cursor = cursor;
        this.fields = fields;
    }

    @Nullable
    public LocalDate date() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.date(cursor, text);
    }

    /** A day that rules cover; the other day after an issue. */
    public LocalDate asOf(LocalDate otherwise, LocalDate firstCoveredDay) throws IOException {
        LocalDate asOf = asOf(firstCoveredDay);
        return asOf == null ? otherwise : asOf;
    }

    /** A day that rules cover. */
    @Nullable
    public LocalDate asOf(LocalDate firstCoveredDay) throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.asOf(cursor, text, firstCoveredDay);
    }

    @Nullable
    public Center center() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.center(cursor, text);
    }

    public <E> @Nullable E word(Words<E> words) throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.word(cursor, text, words);
    }

    @Nullable
    public String statement() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.statement(cursor, text, FieldReader.LONGEST_REFERENCE);
    }

    @Nullable
    public String text(int longest) throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.text(cursor, text, longest);
    }

    @Nullable
    public ImporterNumber importerNumber() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.importerNumber(cursor, text);
    }

    @Nullable
    public String rulebook() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.rulebook(cursor, text);
    }

    @Nullable
    public UUID id() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.id(cursor, text);
    }

    /** An integer of at least {@code least}. */
    @Nullable
    public Integer integer(int least) throws IOException {
        String digits = cursor.integer();
        return digits == null ? null : fields.integer(cursor, digits, least);
    }

    /** A quantity in the tariff's unit. */
    @Nullable
    BigDecimal quantity() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.quantity(cursor, text);
    }

    /** The two digits of an entry type. */
    @Nullable
    String entryType() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.entryType(cursor, text);
    }

    /** A list of amounts of dollars, as cents, with 0 for null; null when there is no list. */
    @Nullable
    List<Long> listOfCents() throws IOException {
        if (!cursor.enterList()) {
            return null;
        }
        List<Long> amounts = new ArrayList<>(4);
        while (cursor.nextElement()) {
            Long amount = cursor.isNull() ? null : cents();
            amounts.add(amount == null ? 0 : amount);
        }
        return amounts;
    }

    /** An amount of dollars, as cents. */
    @Nullable
    Long cents() throws IOException {
        String text = cursor.text();
        return text == null ? null : fields.cents(cursor, text);
    }
}
