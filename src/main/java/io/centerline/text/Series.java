package io.centerline.text;

import java.util.List;

/** Several things in one sentence. */
public final class Series {
    private Series() {}

    /** The things as a sentence names them together: {@code A}, {@code A and B}, {@code A, B and C}; nothing for none. */
    public static String of(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
