package io.centerline.intake;

import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of who the importer of record is.
 *
 * @param importer the importer; an IMPORTER where the request does not say what kind of party it is
 * @param kindAt where the request says the kind; null when it does not
 */
record StatedImporter(Importer importer, @Nullable String kindAt) {

    /** The kind as said; null when the request does not say it. */
    @Nullable
    ImporterKind kind() {
        return kindAt == null ? null : importer.kind();
    }
}
