package io.centerline.facts;

/**
 * The importer of record whose placement is asked for.
 *
 * @param number the importer of record number
 * @param name the name as received; empty when none was given
 * @param kind what kind of party it is
 */
public record Importer(ImporterNumber number, String name, ImporterKind kind) {
    private static final ImporterNumber NOBODYS = new ImporterNumber("00-000000000", ImporterNumber.Format.EIN);

    /** An importer of a kind who is nobody in particular, for questions whose answer does not hang on who asks. */
    public static Importer anybody(ImporterKind kind) {
        return new Importer(NOBODYS, "", kind);
    }
}
