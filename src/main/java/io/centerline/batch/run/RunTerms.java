package io.centerline.batch.run;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the results of a run are a function of, as its manifest says it.
 *
 * @param asOf the day decided for
 * @param rulebook hash of what was decided under
 * @param comparedWith hash of the rulebook compared with; empty when there was none
 * @param schedule edition of the tariff
 * @param program version of the program
 * @param explain how much of the decisions is explained
 * @param format how the decisions are written
 * @param inputs the files that were read
 */
public record RunTerms(
        LocalDate asOf,
        String rulebook,
        String comparedWith,
        String schedule,
        String program,
        String explain,
        String format,
        List<Input> inputs) {

    public RunTerms {
        inputs = List.copyOf(inputs);
    }

    /**
     * A file that was read.
     *
     * @param name its name
     * @param bytes how large it was
     * @param sha256 its SHA-256 in hexadecimal digits
     */
    public record Input(String name, long bytes, String sha256) {}

    /**
     * Reads a manifest.
     *
     * @throws IOException when it is no manifest of a run, with the reason
     */
    public static RunTerms read(byte[] json) throws IOException {
        RunJson root = RunJson.read(json);
        RunJson options = root.object("options");
        List<Input> inputs = new ArrayList<>();
        for (RunJson each : root.objects("inputs")) {
            inputs.add(new Input(each.text("name"), each.number("bytes"), each.text("sha256")));
        }
        return new RunTerms(
                day(root.text("asOf")),
                root.text("rulebook"),
                root.has("comparedWith") ? root.text("comparedWith") : "",
                root.text("schedule"),
                root.text("program"),
                options.text("explain"),
                options.text("format"),
                inputs);
    }

    private static LocalDate day(String text) throws IOException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new IOException("its member `asOf` is no day", noDay);
        }
    }
}
