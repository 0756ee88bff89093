package io.centerline.rulebook.language;

import io.centerline.rulebook.vocabulary.Ratio;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a fact that rules may name.
 *
 * @param name as written in rules
 * @param type its type
 * @param read reads it from a fact; whole numbers come out as {@link Long}
 * @param exact reads it from a fact as a ratio, for adding up; null where the value itself is exact
 */
record Field(
        String name,
        FieldType type,
        Function<Object, Object> read,
        @Nullable Function<Object, Ratio> exact) {

    /** The property of the fact's class that {@link #exact} reads. */
    String exactName() {
        return "exact" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
