package io.centerline.intake.rows;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one row says; the next row takes its place. Not thread-safe. */
final class RowDraft {
    /** No amount is given. */
    static final long NO_VALUE = -1;
    /** The row does not say which place it has on its line. */
    static final int NO_ORDINAL = -1;

    final List<HtsNumber> numbers = new ArrayList<>(2);
    long row;

    @Nullable
    ImporterRows importer;

    String entry = "";
    int line;
    int entryType;
    int day;
    int version;
    int ordinal = NO_ORDINAL;

    @Nullable
    ArticleSet set;

    @Nullable
    Role role;

    int count;

    @Nullable
    BigDecimal quantity;

    long cents;
    long lineCents;

    /** Forgets the row before. */
    void clear(long number) {
        numbers.clear();
        row = number;
        importer = null;
        entry = "";
        line = 0;
        entryType = 0;
        day = WrittenDay.NONE;
        version = WrittenDay.NONE;
        ordinal = NO_ORDINAL;
        set = null;
        role = null;
        count = 0;
        quantity = null;
        cents = NO_VALUE;
        lineCents = NO_VALUE;
    }
}
