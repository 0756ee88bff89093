package io.centerline.replay;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One thing that came out differently.
 *
 * @param part the part of the decision: {@code status}, {@code center}, {@code reviews}, {@code tallies}, {@code steps} and
 *     so on
 * @param key which one of a list: a rule, a review code, a Center, or empty
 * @param field what of it, or empty for all of it
 * @param recorded the value then; null when there was none
 * @param replayed the value now; null when there is none
 */
public record Difference(
        String part,
        String key,
        String field,
        @Nullable JsonNode recorded,
        @Nullable JsonNode replayed) {

    /** The same in words. */
    public String sentence() {
        String what = part + (key.isEmpty() ? "" : " " + key) + (field.isEmpty() ? "" : ", " + field);
        if (recorded == null) {
            return what + ": is new, " + text(replayed);
        }
        return replayed == null
                ? what + ": is gone, was " + text(recorded)
                : what + ": was " + text(recorded) + ", is " + text(replayed);
    }

    /** Whether it says that another rulebook decided. */
    boolean isOfTheRulebook() {
        return part.equals("receipt") && field.equals("rulebook");
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "none" : "`" + (value.isTextual() ? value.textValue() : value.toString()) + "`";
    }
}
