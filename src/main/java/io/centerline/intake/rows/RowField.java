package io.centerline.intake.rows;

import java.util.Locale;

/**
 * What a column of a file of entry lines may tell. The first ones are fields of the importer and of an entry line; the others
 * say how rows belong together.
 */
public enum RowField {
    IMPORTER("Importer"),
    NAME("Name"),
    KIND("Kind"),
    ENTRY("Entry Number"),
    LINE("Line"),
    DATE("Date"),
    ENTRY_TYPE("Entry Type"),
    HTS("HTS"),
    SET("Set"),
    ROLE("Role"),
    COUNT("Count"),
    QUANTITY("Quantity"),
    /** The value of what the row tells. */
    VALUE("Value"),
    /** The value of the whole line, on each of its rows. */
    LINE_VALUE("Line Goods Value Amount"),
    /** What the value is counted in. */
    CURRENCY("Currency"),
    /** The start of an entry number that stands in a column of its own. */
    FILER("Filer"),
    /** The place of the row's number among those of its line. */
    ORDINAL("Tariff Ordinal Number"),
    /** The line number in exports whose rows are invoice lines. */
    BROKER_LINE("7501 Line Number"),
    /** Tells that rows are invoice lines. */
    INVOICE("Invoice Number"),
    /** The day that tells which of two versions of a line is newer. */
    VERSION("Latest PSC Filed Date"),
    /** Known, and needed by no decision. */
    OTHER("");

    private final String title;
    private final String key;

    RowField(String title) {
        this.title = title;
        this.key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The title that advice names. */
    public String title() {
        return title;
    }

    /** The word for it in a mapping. */
    public String key() {
        return key;
    }

    /** Whether several columns may hold it. */
    boolean mayRepeat() {
        return this == HTS || this == INVOICE || this == OTHER;
    }

    /** Whether a blank cell may repeat the cell above. */
    boolean mayFillDown() {
        return !mayRepeat();
    }

    /** What it means for the reader: a line number is one, whatever kind of export it stands in. */
    RowField meaning() {
        return this == BROKER_LINE ? LINE : this;
    }

    /** Whether it holds days. */
    boolean isDay() {
        return this == DATE || this == VERSION;
    }
}
