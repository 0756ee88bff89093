package io.centerline.impact.runs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.impact.ImpactJson;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs as JSON in UTF-8: {@code {id, state, candidate, baseline, selection: {filter, sample}, everything, journal, progress:
 * {done, total}, askedAt, finishedAt, cases, moved, undecided, failure}}, and of a single one {@code result} as {@link ImpactJson}
 * writes it. Stateless.
 */
public final class ImpactRunJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ImpactRunJson() {}

    /**
     * Writes one run.
     *
     * @param result what it found, as JSON; null when it has found nothing yet
     */
    public static byte[] write(ImpactRun run, @Nullable String result) {
        return bytes(new WithResult(Fields.of(run), result));
    }

    /** Writes several, in their order, as {@code {impacts: […]}}. */
    public static byte[] write(List<ImpactRun> runs) {
        return bytes(new Several(runs.stream().map(Fields::of).toList()));
    }

    private static byte[] bytes(Object document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a run can be written", impossible);
        }
    }

    private record Several(List<Fields> impacts) {}

    private record WithResult(
            @JsonUnwrapped Fields run,
            @JsonRawValue @Nullable String result) {}

    private record Fields(
            String id,
            ImpactRun.State state,
            String candidate,
            String baseline,
            @JsonRawValue String selection,
            boolean everything,
            long journal,
            Advance progress,
            String askedAt,
            @Nullable String finishedAt,
            @Nullable Long cases,
            @Nullable Long moved,
            @Nullable Long undecided,
            @Nullable String failure) {

        static Fields of(ImpactRun run) {
            Instant finished = run.finishedAt();
            return new Fields(
                    run.id().toString(),
                    run.state(),
                    run.candidate(),
                    run.baseline(),
                    run.selection(),
                    run.everything(),
                    run.journal(),
                    new Advance(run.done(), run.total()),
                    run.askedAt().toString(),
                    finished == null ? null : finished.toString(),
                    run.cases(),
                    run.moved(),
                    run.undecided(),
                    run.failure());
        }
    }

    private record Advance(long done, @Nullable Long total) {}
}
