package io.centerline.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything one routing rests on. Immutable; two equal facts are routed alike under the same rulebook.
 *
 * @param importer the importer of record
 * @param asOf the day the activity is routed on
 * @param activity what is to be done
 * @param entry the entry it is about
 * @param account what is on file for the importer; null when nothing is
 */
public record RoutingFacts(
        Importer importer,
        LocalDate asOf,
        Activity activity,
        EntrySummary entry,
        @Nullable Account account) {

    /** The same facts, routed on another day. */
    public RoutingFacts asOf(LocalDate day) {
        return new RoutingFacts(importer, day, activity, entry, account);
    }

    /** The same facts with what is on file of the importer and for it. */
    public RoutingFacts with(Importer party, @Nullable Account onFile) {
        return new RoutingFacts(party, asOf, activity, entry, onFile);
    }
}
