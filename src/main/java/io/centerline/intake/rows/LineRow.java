package io.centerline.intake.rows;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one row says of its entry line. A file may have a million. Not thread-safe. */
class LineRow {
    final List<HtsNumber> numbers;
    final int row;
    final int version;
    final int day;
    final int count;
    final short ordinal;
    final byte entryType;
    final long cents;
    final long lineCents;
    final @Nullable BigDecimal quantity;
    final @Nullable ArticleSet set;
    final @Nullable Role role;

    /** Another row of the same line. */
    @Nullable
    LineRow next;

    LineRow(RowDraft draft, List<HtsNumber> numbers) {
        this.numbers = numbers;
        row = (int) draft.row;
        version = draft.version;
        day = draft.day;
        count = draft.count;
        ordinal = (short) draft.ordinal;
        entryType = (byte) draft.entryType;
        cents = draft.cents;
        lineCents = draft.lineCents;
        quantity = draft.quantity;
        set = draft.set;
        role = draft.role;
    }

    /** Whether the row says which place it has on its line. */
    final boolean hasOrdinal() {
        return ordinal != RowDraft.NO_ORDINAL;
    }
}
