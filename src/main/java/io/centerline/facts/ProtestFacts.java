package io.centerline.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries whose protests are to be put together.
 *
 * @param importer the importer who protests
 * @param kindSaid whether the request or the file says what kind of party the importer is; otherwise its entries may
 * @param asOf the day on which they are
 * @param entries the entries, in the order received
 * @param account what is on file for the importer; null when nothing is
 */
public record ProtestFacts(
        Importer importer,
        boolean kindSaid,
        LocalDate asOf,
        List<ProtestedEntry> entries,
        @Nullable Account account) {

    public ProtestFacts {
        entries = List.copyOf(entries);
    }

    /** The same facts with something else on file. */
    public ProtestFacts with(@Nullable Account onFile) {
        return new ProtestFacts(importer, kindSaid, asOf, entries, onFile);
    }

    /** The same facts once it is known what kind of party the importer is. */
    public ProtestFacts of(ImporterKind kind) {
        Importer party = new Importer(importer.number(), importer.name(), kind);
        return new ProtestFacts(party, true, asOf, entries, account);
    }
}
