package io.centerline.impact.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded decisions a run looks at. A field that is null leaves nothing out.
 *
 * <p>A sample is the latest decisions that pass the filter, not a random draw: the same request over the same journal
 * looks at the same cases, they are the importers who file now, and how long it takes is known beforehand.
 *
 * @param importer the importer number as the journal shows it, so a social security number masked; all persons whose
 *     numbers show the same four digits are selected together
 * @param center code of the Center decided, {@code PNDING} or {@code NOTELG}
 * @param basis the basis decided on
 * @param status the status decided
 * @param from the first day (UTC) on which a decision was made
 * @param to the last such day
 * @param rulebook hash of the rulebook decided under
 * @param sample at most so many, the latest; at least 1
 * @param asOf the day all are decided as of; null for each as of the day it was decided as of
 */
public record CaseSelection(
        @Nullable String importer,
        @Nullable String center,
        @Nullable String basis,
        @Nullable String status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String rulebook,
        @Nullable Integer sample,
        @Nullable LocalDate asOf) {

    /** Every decision of the journal. */
    public static final CaseSelection ALL = new CaseSelection(null, null, null, null, null, null, null, null, null);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The latest decisions of the whole journal. */
    public static CaseSelection latest(int most) {
        return new CaseSelection(null, null, null, null, null, null, null, most, null);
    }

    /** Whether nothing is left out, and each is decided as of its own day. */
    public boolean everything() {
        return equals(ALL);
    }

    /** Whether decisions are picked by more than how recent they are, or decided as of another day. */
    boolean filtered() {
        return sample == null ? !everything() : !equals(latest(sample));
    }

    /** The selection as JSON: {@code {filter: {…}, sample, asOf}}, without what is null. */
    String json() {
        try {
            return JSON.writeValueAsString(new Document(
                    new Filter(importer, center, basis, status, text(from), text(to), rulebook), sample, text(asOf)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a selection can be written", impossible);
        }
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    @JsonInclude(Include.NON_NULL)
    private record Document(
            Filter filter,
            @Nullable Integer sample,
            @Nullable String asOf) {}

    @JsonInclude(Include.NON_NULL)
    private record Filter(
            @Nullable String importer,
            @Nullable String center,
            @Nullable String basis,
            @Nullable String status,
            @Nullable String from,
            @Nullable String to,
            @Nullable String rulebook) {}
}
