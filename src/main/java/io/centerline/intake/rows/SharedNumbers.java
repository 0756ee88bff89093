package io.centerline.intake.rows;

import io.centerline.tariff.HtsNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One list for each choice of HTS numbers, since lines are many and goods are few. Not thread-safe. */
final class SharedNumbers {
    /** Files with more choices than this share less. */
    private static final int MOST = 100_000;

    private final Map<HtsNumber, List<HtsNumber>> single = new HashMap<>();
    private final Map<List<HtsNumber>, List<HtsNumber>> several = new HashMap<>();

    List<HtsNumber> of(List<HtsNumber> numbers) {
        if (numbers.size() == 1) {
            List<HtsNumber> known = single.get(numbers.get(0));
            return known != null ? known : keep(List.copyOf(numbers));
        }
        List<HtsNumber> known = several.get(numbers);
        if (known != null) {
            return known;
        }
        List<HtsNumber> copy = List.copyOf(numbers);
        if (several.size() < MOST) {
            several.put(copy, copy);
        }
        return copy;
    }

    private List<HtsNumber> keep(List<HtsNumber> copy) {
        if (single.size() < MOST) {
            single.put(copy.get(0), copy);
        }
        return copy;
    }
}
