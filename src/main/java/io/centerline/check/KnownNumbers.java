package io.centerline.check;

import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The numbers the tariff has or had, by where they lie in the 10-digit space. Immutable. */
final class KnownNumbers {
    private final Schedule schedule;
    private final List<HtsNumber> numbers;
    private final long[] filled;

    KnownNumbers(Schedule schedule) {
        this.schedule = schedule;
        this.numbers = schedule.numbers();
        this.filled = numbers.stream().mapToLong(KnownNumbers::fill).toArray();
    }

    /** Its digits, a rate line filled up with zeros. */
    static long fill(HtsNumber number) {
        long value = Long.parseLong(number.digits());
        return number.digits().length() == 8 ? value * 100 : value;
    }

    /** How many known numbers lie in a stretch, rate lines not counted that are only their numbers' beginning. */
    int count(HtsInterval stretch) {
        int count = 0;
        for (int i = first(stretch); i < filled.length && filled[i] <= stretch.to(); i++) {
            count += isReportable(i) ? 1 : 0;
        }
        return count;
    }

    boolean any(HtsInterval stretch) {
        int at = first(stretch);
        return at < filled.length && filled[at] <= stretch.to();
    }

    /** A number to show: the first one in force, else the first one known; empty when no tariff has one. */
    Optional<HtsNumber> example(HtsInterval stretch) {
        HtsNumber expired = null;
        for (int i = first(stretch); i < filled.length && filled[i] <= stretch.to(); i++) {
            if (isReportable(i)) {
                if (schedule.status(numbers.get(i)) == NumberStatus.ACTIVE) {
                    return Optional.of(numbers.get(i));
                }
                expired = expired == null ? numbers.get(i) : expired;
            }
        }
        return Optional.ofNullable(expired);
    }

    /** The known part of a stretch, from its first to its last known number. */
    HtsInterval known(HtsInterval stretch) {
        int first = first(stretch);
        int last = first;
        while (last + 1 < filled.length && filled[last + 1] <= stretch.to()) {
            last++;
        }
        return new HtsInterval(filled[first], filled[last]);
    }

    private boolean isReportable(int i) {
        boolean rateLine = numbers.get(i).digits().length() == 8;
        return !rateLine || i + 1 == filled.length || filled[i + 1] / 100 != filled[i] / 100;
    }

    private int first(HtsInterval stretch) {
        int found = Arrays.binarySearch(filled, stretch.from());
        int at = found >= 0 ? found : -found - 1;
        while (at > 0 && filled[at - 1] == stretch.from()) {
            at--;
        }
        return at;
    }
}
