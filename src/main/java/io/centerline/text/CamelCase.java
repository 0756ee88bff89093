package io.centerline.text;

import java.util.Locale;

/** The names of constants as keys in JSON: {@code RECORDED_BY} is {@code recordedBy}. Stateless. */
public final class CamelCase {
    private CamelCase() {}

    /** The key of a constant with this name. */
    public static String of(String constant) {
        StringBuilder key = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }
}
