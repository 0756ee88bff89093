package io.centerline.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one decision rests on. Immutable; two equal facts give the same decision under the same rulebook.
 *
 * @param importer whose placement is asked for
 * @param asOf the day the decision is made for
 * @param lines the entry lines, in the order received
 * @param evidence recorded evidence, in the order received
 * @param account what is on file; null when nothing is
 */
public record Facts(
        Importer importer,
        LocalDate asOf,
        List<EntryLine> lines,
        List<Evidence> evidence,
        @Nullable Account account) {

    public Facts {
        lines = List.copyOf(lines);
        evidence = List.copyOf(evidence);
    }

    /** The same facts, decided for another day. */
    public Facts asOf(LocalDate day) {
        return new Facts(importer, day, lines, evidence, account);
    }

    /** The same facts with something else on file. */
    public Facts with(@Nullable Account onFile) {
        return with(importer, onFile);
    }

    /** The same facts with what is on file of the importer and for it. */
    public Facts with(Importer party, @Nullable Account onFile) {
        return new Facts(party, asOf, lines, evidence, onFile);
    }
}
