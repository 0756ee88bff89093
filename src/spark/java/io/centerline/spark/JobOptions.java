package io.centerline.spark;

import io.centerline.placement.Placement.Explain;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a job is asked to do.
 *
 * @param inputs files, folders and patterns, as URIs that Hadoop knows
 * @param output the folder to write, which must not exist
 * @param asOf the day decided for
 * @param rules the rule folder on the machine of the driver; null for the rules that the core carries
 * @param explain how much the decisions explain
 */
record JobOptions(
        List<String> inputs,
        String output,
        LocalDate asOf,
        @Nullable String rules,
        Explain explain) {
    static final String USAGE =
            "PlaceJob --input URI... --output URI --as-of YYYY-MM-DD [--rules FOLDER]" + " [--explain summary|full]";

    JobOptions {
        inputs = List.copyOf(inputs);
    }

    /**
     * Reads arguments.
     *
     * @throws JobRefused when they cannot be understood
     */
    static JobOptions of(String... arguments) {
        List<String> inputs = new ArrayList<>();
        String output = null;
        LocalDate asOf = null;
        String rules = null;
        Explain explain = Explain.SUMMARY;
        String last = "";
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (!word.startsWith("--")) {
                if (!last.equals("--input")) {
                    throw new JobRefused("`" + word + "` belongs to no option", USAGE);
                }
                inputs.add(word);
                continue;
            }
            last = word;
            String value = value(word, words);
            switch (word) {
                case "--input" -> inputs.add(value);
                case "--output" -> output = value;
                case "--as-of" -> asOf = day(value);
                case "--rules" -> rules = value;
                case "--explain" -> explain = explain(value);
                default -> throw new JobRefused("there is no option `" + word + "`", USAGE);
            }
        }
        if (inputs.isEmpty() || output == null || asOf == null) {
            String lacking = inputs.isEmpty() ? "--input" : output == null ? "--output" : "--as-of";
            throw new JobRefused("the option `" + lacking + "` is missing", USAGE);
        }
        return new JobOptions(inputs, output, asOf, rules, explain);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new JobRefused("the option `" + option + "` has no value", USAGE);
        }
        return words.next();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new JobRefused("`--as-of " + text + "` is not a day", "write it as `2026-07-01`");
        }
    }

    private static Explain explain(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "summary" -> Explain.SUMMARY;
            case "full" -> Explain.FULL;
            default -> throw new JobRefused("`--explain " + text + "` is neither `summary` nor `full`", USAGE);
        };
    }
}
