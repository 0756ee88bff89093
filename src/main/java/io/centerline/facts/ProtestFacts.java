package io.centerline.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries whose protests are to be put together.
 *
 * @param importer the importer who protests
 * @param asOf the day on which they are
 * @param entries the entries, in the order received
 * @param account what is on file for the importer; null when nothing is
 */
public record ProtestFacts(
        Importer importer,
        LocalDate asOf,
        List<ProtestedEntry> entries,
        @Nullable Account account) {

    public ProtestFacts {
        entries = List.copyOf(entries);
    }

    /** The same facts with something else on file. */
    public ProtestFacts with(@Nullable Account onFile) {
        return new ProtestFacts(importer, asOf, entries, onFile);
    }
}
