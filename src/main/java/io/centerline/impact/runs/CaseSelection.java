package io.centerline.impact.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.journal.search.Filter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded decisions a run looks at.
 *
 * <p>A sample is the latest decisions that pass the filter, not a random draw: the same request over the same journal
 * looks at the same cases, they are the importers who file now, and how long it takes is known beforehand.
 *
 * @param filter which decisions, as search takes it
 * @param sample at most so many, the latest; at least 1, null for all
 * @param asOf the day all are decided as of; null for each as of the day it was decided as of, and as of later days on
 *     which the rulebooks differ
 */
public record CaseSelection(
        Filter filter, @Nullable Integer sample, @Nullable LocalDate asOf) {

    /** Every decision of the journal. */
    public static final CaseSelection ALL = new CaseSelection(Filter.ALL, null, null);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The latest decisions of the whole journal. */
    public static CaseSelection latest(int most) {
        return new CaseSelection(Filter.ALL, most, null);
    }

    /** Whether nothing is left out, and each is decided as of its own day and later ones. */
    public boolean everything() {
        return equals(ALL);
    }

    /** Whether decisions are picked by more than how recent they are, or decided as of another day. */
    boolean filtered() {
        return !filter.equals(Filter.ALL) || asOf != null;
    }

    /** The selection as JSON: {@code {filter: {…}, sample, asOf}}, without what is null. */
    String json() {
        try {
            return JSON.writeValueAsString(new Document(Chosen.of(filter), sample, text(asOf)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a selection can be written", impossible);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @JsonInclude(Include.NON_NULL)
    private record Document(
            Chosen filter,
            @Nullable Integer sample,
            @Nullable String asOf) {}

    @JsonInclude(Include.NON_NULL)
    private record Chosen(
            @Nullable String kind,
            @Nullable String importer,
            @Nullable String center,
            @Nullable String basis,
            @Nullable String status,
            @Nullable String review,
            @Nullable String rule,
            @Nullable String from,
            @Nullable String to,
            @Nullable String rulebook) {

        static Chosen of(Filter filter) {
            return new Chosen(
                    text(filter.kind()),
                    filter.importer(),
                    filter.center(),
                    text(filter.basis()),
                    filter.status(),
                    text(filter.review()),
                    text(filter.rule()),
                    text(filter.from()),
                    text(filter.to()),
                    filter.rulebook());
        }
    }
}
