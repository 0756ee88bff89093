package io.centerline.web.decisions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Codes of decisions as words: {@code NOT_ELIGIBLE} is "not eligible". */
final class DecisionWording {
    private DecisionWording() {}

    static String of(@Nullable String code) {
        return code == null
                ? ""
                : code.toLowerCase(Locale.ROOT).replace('_', ' ').replaceFirst("^cbp ", "CBP ");
    }
}
