package io.centerline.batch.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has decisions of a run recorded. Called by one thread. */
public interface RunRecorder {

    /**
     * Records the decisions on some importers.
     *
     * @param requests one placement request in JSON each, with a key that makes asking twice harmless
     * @return what was recorded, one for each request in its order
     * @throws RunRefused when not all could be recorded
     */
    List<Recorded> record(List<String> requests);

    /**
     * A decision that was recorded.
     *
     * @param id its id
     * @param center the code of the Center decided, with what is on file
     * @param onFile whether what is on file decided
     */
    record Recorded(String id, String center, boolean onFile) {}

    /**
     * What a recorded decision leaves of the run's.
     *
     * @param center the Center that is on file; null where nothing on file decided
     */
    record Kept(String id, @Nullable String center) {
        static Kept of(Recorded recorded) {
            return new Kept(recorded.id(), recorded.onFile() ? recorded.center() : null);
        }
    }
}
