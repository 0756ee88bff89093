package io.centerline.intake;

import io.centerline.text.CamelCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The closed list of fields one JSON object may have, and which of them it must have. A field that need not be there may
 * also be null, which means the same as absent. Immutable.
 *
 * @param <F> the enum of its fields, at most 64 constants
 */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array, or a bit
public final class ObjectShape<F extends Enum<F>> {

    private final List<F> fields;
    private final List<String> keys = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final Map<String, F> byKey = new HashMap<>();
    private final long required;

    @SafeVarargs
    ObjectShape(Class<F> type, F... required) {
        this(type, Set.of(), required);
    }

    /** A shape that does not know some of the fields. */
    @SafeVarargs
    ObjectShape(Class<F> type, Set<F> unknown, F... required) {
        fields = List.of(type.getEnumConstants());
        for (F field : fields) {
            String key = CamelCase.of(field.name());
            keys.add(key);
            if (!unknown.contains(field)) {
                known.add(key);
                byKey.put(key, field);
            }
        }
        long mask = 0;
        for (F field : required) {
            mask |= bit(field);
        }
        this.required = mask;
    }

    /** The field with this name, null when there is none. */
    @Nullable
    F find(String key) {
        return byKey.get(key);
    }

    /** The field's name in JSON. */
    public String key(F field) {
        return keys.get(field.ordinal());
    }

    /** The names that are known, in contract order. */
    List<String> keys() {
        return known;
    }

    boolean requires(F field) {
        return (required & bit(field)) != 0;
    }

    /** The required fields that are not in the mask, in contract order. */
    List<F> missing(long seen) {
        if ((required & ~seen) == 0) {
            return List.of();
        }
        return fields.stream()
                .filter(field -> requires(field) && (seen & bit(field)) == 0)
                .toList();
    }

    /** The field's bit in a mask of fields seen. */
    static long bit(Enum<?> field) {
        return 1L << field.ordinal();
    }
}
