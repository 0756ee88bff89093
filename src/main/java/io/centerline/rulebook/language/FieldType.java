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
        return kind == other.kind && ((kind != Kind.WORD && kind != Kind.FACT) || javaType == other.javaType);
    }

    /** What to write where this type is wanted. */
    String help() {
        return switch (kind) {
            case NUMBER -> "write a whole number without dots or signs";
            case DECIMAL -> "write a number such as `0.50`";
            case DATE -> "compare with a date bound in a pattern; the days of the rule itself stand in @inForce";
            case FLAG -> "write true or false";
            case WORD ->
                "write a constant such as `" + javaType.getSimpleName() + "." + javaType.getEnumConstants()[0] + "`";
            case FACT -> "write the variable of a pattern, as in `$hts : " + javaType.getSimpleName() + "( … )`";
        };
    }

    /** The type in an analyst's words. */
    String describe() {
        return kind == Kind.WORD || kind == Kind.FACT ? "a " + javaType.getSimpleName() : kind.description;
    }
}
