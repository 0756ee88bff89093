package io.centerline.rulebook.language;

import io.centerline.rulebook.vocabulary.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A kind of fact that rules may match, with the fields they may name. */
final class FactType {
    private final Class<?> javaType;
    private final Map<String, Field> fields;

    private FactType(Class<?> javaType, Map<String, Field> fields) {
        this.javaType = javaType;
        this.fields = fields;
    }

    String name() {
        return javaType.getSimpleName();
    }

    Class<?> javaType() {
        return javaType;
    }

    FieldType type() {
        return new FieldType(FieldType.Kind.FACT, javaType);
    }

    /** The fields by name, in the order they are taught. */
    Map<String, Field> fields() {
        return fields;
    }

    static <T> Builder<T> of(Class<T> javaType) {
        return new Builder<>(javaType);
    }

    /** Lists the fields of one fact type. */
    static final class Builder<T> {
        private final Class<T> javaType;
        private final Map<String, Field> fields = new LinkedHashMap<>();

        private Builder(Class<T> javaType) {
            this.javaType = javaType;
        }

        Builder<T> number(String name, Function<T, Long> read) {
            return add(name, FieldType.Kind.NUMBER, Long.class, read);
        }

        Builder<T> decimal(String name, Function<T, BigDecimal> read) {
            return add(name, FieldType.Kind.DECIMAL, BigDecimal.class, read);
        }

        /** A quotient, which is added up as a ratio. */
        Builder<T> quotient(String name, Function<T, BigDecimal> read, Function<T, Ratio> exact) {
            return add(name, new FieldType(FieldType.Kind.DECIMAL, BigDecimal.class), read, exact);
        }

        Builder<T> date(String name, Function<T, LocalDate> read) {
            return add(name, FieldType.Kind.DATE, LocalDate.class, read);
        }

        Builder<T> flag(String name, Function<T, Boolean> read) {
            return add(name, FieldType.Kind.FLAG, Boolean.class, read);
        }

        <E extends Enum<E>> Builder<T> word(String name, Class<E> words, Function<T, E> read) {
            return add(name, FieldType.Kind.WORD, words, read);
        }

        FactType build() {
            return new FactType(javaType, Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
        }

        private Builder<T> add(String name, FieldType.Kind kind, Class<?> type, Function<T, ?> read) {
            return add(name, new FieldType(kind, type), read, null);
        }

        // Rules ask nothing as often as a field, so it is one call. Only facts of this type are read; given another,
        // a function throws as a cast would.
        @SuppressWarnings("unchecked")
        private Builder<T> add(String name, FieldType type, Function<T, ?> read, @Nullable Function<T, Ratio> exact) {
            Function<Object, Object> ofAnyFact = (Function<Object, Object>) (Function<?, ?>) read;
            fields.put(name, new Field(name, type, ofAnyFact, (Function<Object, Ratio>) (Function<?, ?>) exact));
            return this;
        }
    }
}
