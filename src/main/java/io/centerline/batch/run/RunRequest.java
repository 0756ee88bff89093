package io.centerline.batch.run;

import io.centerline.intake.rows.RowOptions;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Schedule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a run.
 *
 * @param inputs files, folders and globs
 * @param out the folder of the results, which is made
 * @param asOf the day decided for
 * @param rows how rows are read
 * @param rulebook what is decided under
 * @param schedule the tariff
 * @param program version of the program
 * @param explain how much of the decisions is explained
 * @param format how decisions are written
 * @param threads how many threads decide
 * @param memory the most bytes that the database takes before it spills
 * @param restart whether a run that was interrupted begins anew
 * @param before what the decisions are compared with; null when they are not
 * @param recorder has the decisions recorded; null when they are not
 */
public record RunRequest(
        List<String> inputs,
        Path out,
        LocalDate asOf,
        RowOptions rows,
        Rulebook rulebook,
        Schedule schedule,
        String program,
        Explain explain,
        Format format,
        int threads,
        long memory,
        boolean restart,
        @Nullable Before before,
        @Nullable RunRecorder recorder) {

    public RunRequest {
        inputs = List.copyOf(inputs);
    }

    /** How decisions are written. */
    public enum Format {
        /** All columns, and the document as one of them. */
        PARQUET,
        /** The documents, one a line. */
        NDJSON,
        /** All columns but the document. */
        CSV
    }

    /** What the decisions of a run are compared with. */
    public sealed interface Before {
        /**
         * The decisions of another run.
         *
         * @param folder its results
         */
        record OtherRun(Path folder) implements Before {}

        /**
         * What another rulebook says of the same rows.
         *
         * @param name the rulebook as messages name it
         */
        record OtherRules(Rulebook rulebook, String name) implements Before {}
    }
}
