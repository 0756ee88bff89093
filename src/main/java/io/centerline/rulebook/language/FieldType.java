package io.centerline.rulebook.language;

/**
 * The type of a field, variable or literal in a rule.
 *
 * @param kind how values compare
 * @param javaType the Java class of a word or fact; the boxed value class otherwise
 */
record FieldType(Kind kind, Class<?> javaType) {

    enum Kind {
        NUMBER("a whole number"),
        DECIMAL("a decimal number"),
        DATE("a date"),
        WORD("a named constant"),
        FLAG("true or false"),
        FACT("a fact");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    boolean isOrdered() {
        return kind == Kind.NUMBER || kind == Kind.DECIMAL || kind == Kind.DATE;
    }

    boolean accepts(FieldType other) {
        return kind == other.kind && (kind != Kind.WORD && kind != Kind.FACT || javaType == other.javaType);
    }

    /** The type in an analyst's words. */
    String describe() {
        return kind == Kind.WORD || kind == Kind.FACT ? "a " + javaType.getSimpleName() : kind.description;
    }
}
