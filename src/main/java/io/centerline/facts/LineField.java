package io.centerline.facts;

import io.centerline.text.CamelCase;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of an entry line, in the order of the contract. JSON, files, the canonical form of facts and masking all go by
 * this one table: a new field is a constant here and a component of {@link EntryLine}.
 *
 * <p>Each row says how the field is read, how it is written in the canonical form, whether it names somebody, and which
 * headers its column in a file may have, if any; the first of them is the one that advice names. The key in JSON is the constant in
 * camel case.
 *
 * <p>Facts that are kept already must keep their bytes. So the canonical form has these nine fields always, and a field that is
 * added later only on a line that has it: its row writes neither key nor value otherwise.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing, and the list is a copy
public enum LineField {
    ENTRY(
            (in, line) -> line.entry(in.text(EntrySummary.LONGEST_NUMBER)),
            (line, out) -> out.raw(",\"entry\":").string(line.entry()),
            Shown.NUMBER,
            "Entry Number",
            "Entry",
            "Entry No",
            "Entry Summary Number"),
    LINE(
            (in, line) -> line.line(in.integer(0)),
            (line, out) -> out.raw(",\"line\":").integer(line.line()),
            Shown.PLAIN,
            "Line",
            "Line Number",
            "Line No",
            "Entry Line"),
    DATE(
            (in, line) -> line.date(in.date()),
            (line, out) -> out.raw(",\"date\":").date(line.date()),
            Shown.PLAIN,
            "Date",
            "Entry Date"),
    HTS(
            (in, line) -> in.numbers(line),
            (line, out) -> out.raw(",\"hts\":").numbers(line.hts()),
            Shown.NUMBER,
            "HTS",
            "HTS Number",
            "HTS No",
            "HTSUS",
            "HTSUS Number",
            "Tariff Number"),
    SET(
            (in, line) -> line.set(in.word(Words.SETS)),
            (line, out) -> out.raw(",\"set\":").word(line.set() == ArticleSet.NONE ? null : line.set()),
            Shown.PLAIN,
            "Set",
            "Article Set",
            "Set Indicator",
            "Article Set Indicator"),
    ROLE(
            (in, line) -> line.role(in.word(Words.ROLES)),
            (line, out) -> out.raw(",\"role\":").word(line.role()),
            Shown.PLAIN,
            "Role"),
    COUNT(
            (in, line) -> line.count(in.integer(1)),
            (line, out) -> out.raw(",\"count\":").integer(line.count()),
            Shown.PLAIN,
            "Count"),
    QUANTITY(
            (in, line) -> line.quantity(in.quantity()),
            (line, out) -> out.raw(",\"quantity\":").decimal(line.quantity()),
            Shown.NUMBER,
            "Quantity",
            "Qty"),
    VALUE(
            (in, line) -> line.cents(in.cents()),
            (line, out) -> out.raw(",\"value\":").dollars(line.cents()),
            Shown.NUMBER,
            "Value",
            "Entered Value"),
    ENTRY_TYPE(
            (in, line) -> line.entryType(in.entryType()),
            (line, out) -> {
                if (!line.entryType().isEmpty()) {
                    out.raw(",\"entryType\":").string(line.entryType());
                }
            },
            Shown.PLAIN,
            "Entry Type",
            "Entry Type Code"),
    /** The value of each number; a file has it in rows of its own and no column. */
    VALUES(
            (in, line) -> line.centsByNumber(in.centsByNumber()),
            (line, out) -> {
                if (!line.centsByNumber().isEmpty()) {
                    out.raw(",\"values\":").dollars(line.centsByNumber());
                }
            },
            Shown.NUMBER);

    private final Reading reading;
    private final Writing writing;
    private final Shown shown;
    private final List<String> headers;
    private final String key;

    LineField(Reading reading, Writing writing, Shown shown, String... headers) {
        this.reading = reading;
        this.writing = writing;
        this.shown = shown;
        this.headers = List.of(headers);
        this.key = CamelCase.of(name());
    }

    /** How a field appears in facts that are given out masked. */
    private enum Shown {
        /** As it is, but for what may be a social security number: dashed, or nine digits in a row. */
        PLAIN,
        /** As it is, but for dashed social security numbers: nine digits in a row are ordinary in it. */
        NUMBER,
        /** As {@code ***}, since it names a person or a firm. */
        HIDDEN
    }

    private interface Reading {
        void read(LineInput in, EntryLine.Builder line) throws IOException;
    }

    private interface Writing {
        void write(EntryLine line, CanonicalBytes out);
    }

    /** The field's key in JSON. */
    public String key() {
        return key;
    }

    /** The headers that its column in a file may have, as advice writes them; none when it has no column. */
    public List<String> headers() {
        return headers;
    }

    /** Reads the value at hand into the line. */
    public void read(LineInput in, EntryLine.Builder line) throws IOException {
        reading.read(in, line);
    }

    /** Whether the field names a person or a firm. */
    boolean isName() {
        return shown == Shown.HIDDEN;
    }

    /** Whether nine digits in a row are ordinary in the field. */
    boolean isNumber() {
        return shown == Shown.NUMBER;
    }

    /** The fields but the entry and line number in which two lines differ. */
    public static List<LineField> differing(EntryLine one, EntryLine other) {
        return Arrays.stream(values())
                .filter(field -> field != ENTRY && field != LINE)
                .filter(field -> !Arrays.equals(field.bytes(one), field.bytes(other)))
                .toList();
    }

    private byte[] bytes(EntryLine line) {
        CanonicalBytes out = new CanonicalBytes(64);
        write(line, out);
        return out.toArray();
    }

    /** Writes the field's key and value, with a comma before them. */
    void write(EntryLine line, CanonicalBytes out) {
        writing.write(line, out);
    }
}
