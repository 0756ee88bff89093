package io.centerline.intake;

import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Words;
import io.centerline.intake.RequestFields.ImporterField;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads who the importer of record is. */
final class ImporterReader {
    private final JsonCursor cursor;
    private final ValueReader values;

    ImporterReader(JsonCursor cursor, ValueReader values) {
        this.cursor = cursor;
        this.values = values;
    }

    /** The importer at hand; null after an issue. */
    @Nullable
    StatedImporter read() throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ImporterNumber number = null;
        String name = "";
        ImporterKind kind = ImporterKind.IMPORTER;
        String kindAt = null;
        ImporterField field;
        while ((field = cursor.nextField(RequestFields.IMPORTER)) != null) {
            switch (field) {
                case NUMBER -> number = values.importerNumber();
                case NAME -> name = values.text(FieldReader.LONGEST_NAME);
                case KIND -> {
                    kindAt = cursor.pointer();
                    kind = values.word(Words.KINDS);
                }
            }
        }
        return number == null || name == null || kind == null
                ? null
                : new StatedImporter(new Importer(number, name, kind), kindAt);
    }
}
