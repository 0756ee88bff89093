package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.IssueCode;
import io.centerline.facts.ProtestedEntry;
import io.centerline.intake.RequestFields.ProtestedField;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a request to put protests together. */
final class ProtestedEntryReader {
    private final JsonCursor cursor;
    private final Issues issues;
    private final ValueReader values;
    private final LineReader lines;
    private final EntryReader entries;

    ProtestedEntryReader(JsonCursor cursor, Issues issues, ValueReader values, LineReader lines, EntryReader entries) {
        this.cursor = cursor;
        this.issues = issues;
        this.values = values;
        this.lines = lines;
        this.entries = entries;
    }

    /** The entry at hand; null when something about it could not be read. */
    @Nullable
    ProtestedEntry read() throws IOException {
        String place = cursor.pointer();
        if (!cursor.enterObject()) {
            return null;
        }
        String number = null;
        String port = null;
        List<EntryLine> read = List.of();
        StatedImporter importer = null;
        String merchandise = "";
        String decision = "";
        ProtestedField field;
        while ((field = cursor.nextField(RequestFields.PROTESTED)) != null) {
            switch (field) {
                case NUMBER -> number = readNumber();
                case PORT -> port = entries.readPort();
                case LINES -> read = lines.readOfEntry();
                case IMPORTER -> importer = new ImporterReader(cursor, values).read();
                case MERCHANDISE -> merchandise = values.text(FieldReader.LONGEST_REFERENCE);
                case DECISION -> decision = values.text(FieldReader.LONGEST_REFERENCE);
            }
        }
        if (number == null || port == null || merchandise == null || decision == null) {
            return null;
        }
        entries.checkLines(place, number, read);
        return new ProtestedEntry(
                new EntrySummary(number, port, read),
                importer == null ? null : importer.importer().number(),
                importer == null ? null : importer.kind(),
                merchandise,
                decision);
    }

    private @Nullable String readNumber() throws IOException {
        String number = values.text(EntrySummary.LONGEST_NUMBER);
        if (number != null && EntrySummary.bare(number).isEmpty()) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    cursor,
                    cursor.subject() + " is empty",
                    "give the entry number; a protest names its entries");
            return null;
        }
        return number;
    }
}
