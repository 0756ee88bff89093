package io.centerline.web.ask;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a paste of HTS numbers apart: they are separated by blanks, commas, semicolons or lines. Some of the parts may be none, such as a
 * heading or a word between them; a first line of words is the header of a file, which is no list.
 */
final class NumberList {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.]{1,20}");
    private static final int SHORTEST = 8;

    private NumberList() {}

    /** The parts of a text that is a list of numbers; empty for any other. */
    static List<String> of(String text) {
        String asked = text.strip();
        List<String> parts = parts(asked);
        boolean isList = areMostlyNumbers(parts)
                && areMostlyNumbers(parts(asked.lines().findFirst().orElse("")))
                && parts.stream().anyMatch(NumberList::isLong);
        return isList ? parts : List.of();
    }

    private static List<String> parts(String text) {
        return Arrays.stream(BETWEEN.split(text))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean areMostlyNumbers(List<String> parts) {
        long numbers =
                parts.stream().filter(part -> NUMBER.matcher(part).matches()).count();
        return 2 * numbers > parts.size();
    }

    private static boolean isLong(String part) {
        return NUMBER.matcher(part).matches() && part.replace(".", "").length() >= SHORTEST;
    }
}
