package io.centerline.intake.rows;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows that agree say of their line as a whole: for each term the first row that says it. Not thread-safe. */
final class LineTerms {
    private final Map<LineTerm, LineRow> said = new EnumMap<>(LineTerm.class);
    private final DayOrder order;

    LineTerms(DayOrder order) {
        this.order = order;
    }

    /** The first term that the row says otherwise than the rows before; null when it agrees, and is taken. */
    @Nullable
    LineTerm take(LineRow row) {
        for (LineTerm term : LineTerm.values()) {
            LineRow before = said.get(term);
            int says = term.of(row, order);
            if (before != null && says != LineTerm.UNSAID && says != term.of(before, order)) {
                return term;
            }
        }
        for (LineTerm term : LineTerm.values()) {
            if (term.of(row, order) != LineTerm.UNSAID) {
                said.putIfAbsent(term, row);
            }
        }
        return null;
    }

    /** The first row that says a term; null when none does. */
    @Nullable
    LineRow saying(LineTerm term) {
        return said.get(term);
    }

    /** Forgets all rows. */
    void clear() {
        said.clear();
    }
}
