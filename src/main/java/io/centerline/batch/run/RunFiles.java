package io.centerline.batch.run;

import java.util.List;

/** The names of the files of a run in its folder. */
public final class RunFiles {
    /** What the results are a function of. */
    public static final String MANIFEST = Results.MANIFEST;

    /** What came of the run, for programs. */
    public static final String SUMMARY = Results.SUMMARY;

    /** The rows with faults, as they came. */
    public static final String REJECTS = Results.REJECTS;

    /** Who is placed elsewhere. */
    public static final String MOVERS = Results.MOVERS;

    /** Every name that a run may write. */
    public static final List<String> ALL = Results.ALL;

    /** The folder below it that a run has until it is finished. */
    public static final String WORK = FileRun.WORK;

    /** How far the run is, in that folder. */
    public static final String PROGRESS = "progress.json";

    private RunFiles() {}
}
