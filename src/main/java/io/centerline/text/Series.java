package io.centerline.text;

import java.util.List;

/** Several things in one sentence. */
public final class Series {
    private Series() {}

    /**
     * The things as a sentence names them together: {@code A}, {@code A and B}, {@code A, B and C}; nothing for none. Three or
     * more of which one has a comma of its own are told apart by semicolons: {@code A; B, C & D; and E}.
     */
    public static String of(List<String> things) {
        int last = things.size() - 1;
        if (last < 1) {
            return String.join("", things);
        }
        boolean commas = last > 1 && things.stream().anyMatch(thing -> thing.contains(","));
        return String.join(commas ? "; " : ", ", things.subList(0, last))
                + (commas ? "; and " : " and ")
                + things.get(last);
    }
}
