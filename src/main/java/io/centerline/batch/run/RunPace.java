package io.centerline.batch.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * How far a run is, as its folder says it.
 *
 * @param step what is done, such as {@code adding up equal rows}
 * @param done how much of the step
 * @param all how much there is; 0 while that is not known
 * @param unit what is counted, in the plural
 * @param seconds for how long the step has been going on
 * @param working false once the process ended the run, finished or not
 * @param process which process runs it
 */
public record RunPace(
        String step, long done, long all, String unit, long seconds, boolean working, ProcessMark process) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How many seconds the step still takes at its pace so far; -1 when that cannot be told. */
    public long left() {
        return done > 0 && all >= done && seconds > 0 ? Math.round((double) seconds * (all - done) / done) : -1;
    }

    byte[] json() throws IOException {
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("step", step)
                .put("done", done)
                .put("all", all)
                .put("unit", unit)
                .put("seconds", seconds)
                .put("working", working)
                .put("pid", process.pid())
                .put("machine", process.machine()));
    }

    /**
     * Reads it.
     *
     * @throws IOException when the text is no such JSON
     */
    public static RunPace read(byte[] json) throws IOException {
        RunJson root = RunJson.read(json);
        JsonNode working = root.node().path("working");
        return new RunPace(
                root.text("step"),
                root.number("done"),
                root.number("all"),
                root.text("unit"),
                root.number("seconds"),
                working.asBoolean(true),
                new ProcessMark(root.number("pid"), root.text("machine")));
    }
}
