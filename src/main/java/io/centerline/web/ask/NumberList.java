package io.centerline.web.ask;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a paste of HTS numbers apart: they are separated by blanks, commas, semicolons or lines. */
final class NumberList {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.]{1,20}");
    private static final int SHORTEST = 8;

    private NumberList() {}

    /** The numbers of a text that is nothing else; empty for any other. */
    static List<String> of(String text) {
        String asked = text.strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        List<String> parts = Arrays.stream(BETWEEN.split(asked))
                .filter(part -> !part.isEmpty())
                .toList();
        boolean numbers = parts.stream().allMatch(part -> NUMBER.matcher(part).matches())
                && parts.stream().anyMatch(part -> part.replace(".", "").length() >= SHORTEST);
        return numbers ? parts : List.of();
    }
}
