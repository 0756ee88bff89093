package io.centerline.intake.rows;

import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.intake.Warnings;
import org.jspecify.annotations.Nullable;

/** The rows of one importer while a file is read. Not thread-safe. */
final class ImporterRows {
    private static final long NOWHERE = -1;

    final ImporterNumber number;
    final long firstRow;
    final Warnings warnings;
    final LineTable lines = new LineTable();

    String name = "";
    ImporterKind kind = ImporterKind.IMPORTER;
    long kindRow = NOWHERE;
    /** Why no row of the importer is read; null when there is no such reason. */
    @Nullable
    Rejection rejection;

    long rejectedRows;

    ImporterRows(ImporterNumber number, long firstRow, Warnings warnings) {
        this.number = number;
        this.firstRow = firstRow;
        this.warnings = warnings;
    }

    /** Whether some row says what kind of party the importer is. */
    boolean hasKind() {
        return kindRow != NOWHERE;
    }
}
