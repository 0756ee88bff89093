package io.centerline.intake.rows;

import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one row, or several rows added up, report of the goods of an entry line. Not thread-safe. */
class RowPart {
    List<HtsNumber> numbers;
    int ordinal;
    int row;
    int version;
    long cents;

    @Nullable
    BigDecimal quantity;

    @Nullable
    RowPart next;

    RowPart(RowDraft draft, List<HtsNumber> numbers) {
        this.numbers = numbers;
        ordinal = draft.ordinal;
        row = (int) draft.row;
        version = draft.version;
        cents = draft.cents;
        quantity = draft.quantity;
    }

    /** Says from now on what another row says. */
    final void become(RowDraft draft, List<HtsNumber> others) {
        numbers = others;
        ordinal = draft.ordinal;
        row = (int) draft.row;
        version = draft.version;
        cents = draft.cents;
        quantity = draft.quantity;
    }

    /** Whether the row says the same of the goods. */
    final boolean says(RowDraft draft) {
        return ordinal == draft.ordinal
                && cents == draft.cents
                && numbers.equals(draft.numbers)
                && Objects.equals(quantity, draft.quantity);
    }

    /** Adds what the row reports to this. */
    final void add(RowDraft draft) {
        if (draft.cents >= 0) {
            cents = Math.max(0, cents) + draft.cents;
        }
        BigDecimal more = draft.quantity;
        if (more != null) {
            quantity = quantity == null ? more : quantity.add(more);
        }
    }

    /** The one number outside chapters 98 and 99; null when there is none, or when there are several. */
    final @Nullable HtsNumber commodity() {
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
}
