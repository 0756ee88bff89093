package io.centerline.intake.rows;

import io.centerline.intake.FieldReader;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one row, or several rows put together, report of the goods of an entry line. Not thread-safe. */
final class RowPart {
    /** By ordinals, then by goods: the order of rows in a file tells nothing. */
    static final Comparator<RowPart> ORDER = Comparator.<RowPart>comparingInt(part -> part.ordinal)
            .thenComparing(part -> part.numbers, RowPart::compareNumbers)
            .thenComparingLong(part -> part.cents)
            .thenComparingInt(part -> part.row);

    final List<HtsNumber> numbers;
    final int ordinal;
    final int row;
    long cents;

    @Nullable
    BigDecimal quantity;

    RowPart(LineRow row) {
        this.numbers = row.numbers;
        this.ordinal = row.ordinal;
        this.row = row.row;
        cents = row.cents;
        quantity = row.quantity;
    }

    /** Adds what another row reports of the same goods. */
    void add(LineRow other) {
        if (other.cents >= 0) {
            cents = Math.min(Math.max(0, cents) + other.cents, FieldReader.MOST_CENTS + 1);
        }
        BigDecimal more = other.quantity;
        if (more != null) {
            quantity = quantity == null ? more : quantity.add(more);
        }
    }

    /** Takes the larger of two statements on the same goods. */
    void takeLarger(LineRow other) {
        BigDecimal more = other.quantity;
        if (other.cents > cents
                || other.cents == cents && more != null && (quantity == null || more.compareTo(quantity) > 0)) {
            cents = other.cents;
            quantity = more;
        }
    }

    /** Of two ways to write one quantity, takes the shorter one. */
    void takeShorter(LineRow same) {
        BigDecimal other = same.quantity;
        if (other != null && quantity != null && same.cents == cents && other.compareTo(quantity) == 0) {
            quantity = other.scale() < quantity.scale() ? other : quantity;
        }
    }

    /** The one number outside chapters 98 and 99; null when there is none, or when there are several. */
    @Nullable
    HtsNumber commodity() {
        HtsNumber found = null;
        for (HtsNumber number : numbers) {
            if (!number.isSpecialProvision()) {
                if (found != null) {
                    return null;
                }
                found = number;
            }
        }
        return found;
    }

    /** The heading of the last commodity; empty when there is none. */
    String heading() {
        for (int i = numbers.size() - 1; i >= 0; i--) {
            if (!numbers.get(i).isSpecialProvision()) {
                return numbers.get(i).digits().substring(0, 4);
            }
        }
        return "";
    }

    private static int compareNumbers(List<HtsNumber> one, List<HtsNumber> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).digits().compareTo(other.get(i).digits());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
