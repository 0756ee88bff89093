package io.centerline.facts;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a protest shall cover. The same entry may stand there once for each category of its merchandise.
 *
 * @param entry its number, port and lines; number and port are never empty
 * @param importer who is its importer of record, where that is said; otherwise it is the importer who protests
 * @param kind what kind of party that is, where that is said
 * @param merchandise the category of merchandise protested, as received; empty when it is not said
 * @param decision the decision or decisions protested, as received; empty when they are not said
 */
public record ProtestedEntry(
        EntrySummary entry,
        @Nullable ImporterNumber importer,
        @Nullable ImporterKind kind,
        String merchandise,
        String decision) {

    /** The number as it is compared; see {@link EntrySummary#bare}. */
    public String bareNumber() {
        return entry.bareNumber();
    }

    /** The category of merchandise as it is compared: without regard to case and to how blanks are set. */
    public String merchandiseKey() {
        return key(merchandise);
    }

    /** The decision as it is compared: without regard to case and to how blanks are set. */
    public String decisionKey() {
        return key(decision);
    }

    /** The same entry with more said of it. */
    public ProtestedEntry with(
            List<EntryLine> lines, @Nullable ImporterNumber number, @Nullable ImporterKind party, String decided) {
        return new ProtestedEntry(
                new EntrySummary(entry.number(), entry.port(), lines), number, party, merchandise, decided);
    }

    private static String key(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
