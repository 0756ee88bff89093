package io.centerline.intake.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the days of a column of staged rows whose order of day and month is known. Immutable. */
public final class StagedDays {
    private final @Nullable DayOrder stated;
    private final DayOrder order;

    private StagedDays(@Nullable DayOrder stated, DayOrder order) {
        this.stated = stated;
        this.order = order;
    }

    /** The days of a field of a table. */
    public static StagedDays of(StagedTable table, RowField field) {
        DayOrder known = table.order(field);
        return new StagedDays(table.header().mapping().dates(), known == null ? DayOrder.MONTH_FIRST : known);
    }

    /** The day that a cell writes; null where it writes none, or something is to be said of how it writes it. */
    public @Nullable LocalDate read(String cell) {
        String text = CellText.of(cell);
        int day = text.isEmpty() ? WrittenDay.NONE : WrittenDay.read(text, stated);
        return day <= 0 || WrittenDay.isSerial(text) ? null : WrittenDay.date(WrittenDay.inOrder(day, order));
    }
}
