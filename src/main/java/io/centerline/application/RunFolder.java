package io.centerline.application;

import io.centerline.batch.RowCounts;
import io.centerline.batch.run.RunPace;
import io.centerline.batch.run.RunSummary;
import io.centerline.batch.run.RunTerms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run over files, as its folder shows it.
 *
 * @param name of the folder
 * @param state how it stands
 * @param changed when it was begun or, once it is finished, when that was
 * @param terms what its results are a function of; null when its manifest cannot be read
 * @param summary what came of it; null until it is finished, or when that cannot be read
 * @param pace how far it is; null once it is finished, or when that cannot be read
 * @param files the results that are there
 * @param faults what in the folder cannot be read, one sentence each
 */
public record RunFolder(
        String name,
        State state,
        Instant changed,
        @Nullable RunTerms terms,
        @Nullable RunSummary summary,
        @Nullable RunPace pace,
        List<Result> files,
        List<String> faults) {
    private static final int MOST_INPUTS = 100;

    public RunFolder {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** How a run stands. */
    public enum State {
        /** A process works on it. */
        RUNNING,
        /** It was begun, and no process works on it. */
        INTERRUPTED,
        /** All results are there. */
        FINISHED
    }

    /**
     * A file of the results.
     *
     * @param name its name
     * @param bytes how large it is
     */
    public record Result(String name, long bytes) {}

    /**
     * Importers that move from one Center to another.
     *
     * @param from the code before
     * @param to the code now
     * @param importers how many
     */
    public record Move(String from, String to, long importers) {}

    /** The first files that were read. */
    public List<RunTerms.Input> firstInputs() {
        return terms == null
                ? List.of()
                : terms.inputs().subList(0, Math.min(MOST_INPUTS, terms.inputs().size()));
    }

    /** Its importers by Center; none until it is finished. */
    public List<RunShare> shares() {
        return summary == null ? List.of() : RunShare.all(summary);
    }

    /** What became of its rows; none of them until it is finished. */
    public RowCounts rows() {
        return summary == null ? RowCounts.NONE : summary.rows();
    }

    /** Whether the rows read are those counted, set aside and rejected. */
    public boolean isBalanced() {
        return summary == null || summary.read() == summary.rows().read();
    }

    /** Who is placed elsewhere, the largest first; none where nothing was compared. */
    public List<Move> moves() {
        RunSummary.Comparison comparison = summary == null ? null : summary.comparison();
        return comparison == null
                ? List.of()
                : comparison.flows().stream()
                        .map(flow -> new Move(flow.from(), flow.to(), flow.importers()))
                        .toList();
    }

    /** Whether a file of that name is among the results. */
    boolean has(String file) {
        return files.stream().anyMatch(each -> each.name().equals(file));
    }
}
