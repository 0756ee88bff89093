package io.centerline.facts;

/** What kind of party files as importer of record; it decides whether the party can be placed at all. */
public enum ImporterKind {
    /** An importer on its own account. */
    IMPORTER,
    /** A customs broker acting as importer of record for others. */
    BROKER,
    /** An express courier acting as importer of record for others. */
    COURIER
}
