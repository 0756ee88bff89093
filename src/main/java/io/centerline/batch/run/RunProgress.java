package io.centerline.batch.run;

/** Is told how far a run is. Called by one thread at a time. */
public interface RunProgress {

    /** Nobody wants to know. */
    RunProgress SILENT = new RunProgress() {
        @Override
        public void step(String step) {}

        @Override
        public void done(long done, long all, String unit) {}
    };

    /**
     * A step begins.
     *
     * @param step what is done, such as {@code adding up rows}
     */
    void step(String step);

    /**
     * How far the step is.
     *
     * @param all how much there is; 0 while that is not known
     * @param unit what is counted, in the plural, such as {@code rows}
     */
    void done(long done, long all, String unit);
}
