package io.centerline.rulebook.language;

import java.util.function.Function;

/**
 * A field of a fact that rules may name.
 *
 * @param name as written in rules
 * @param type its type
 * @param read reads it from a fact; whole numbers come out as {@link Long}
 */
record Field(String name, FieldType type, Function<Object, Object> read) {}
