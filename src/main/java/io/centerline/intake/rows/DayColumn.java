package io.centerline.intake.rows;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the cells of a column of days prove of the order of day and month. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array
final class DayColumn {
    /** The days of a file are few, and each row has one. */
    private static final int MOST_KEPT = 10_000;

    private final Map<String, Integer> days = new HashMap<>();
    private final TableColumn column;
    private final @Nullable DayOrder stated;
    private final @Nullable DayOrder known;
    private long openRow = -1;
    private long dottedRow = -1;
    private long commaRow = -1;
    private final long[] proofs = {-1, -1};

    /**
     * A column.
     *
     * @param stated the order that the user states; null when nobody does
     */
    DayColumn(TableColumn column, @Nullable DayOrder stated) {
        this(column, stated, null);
    }

    /**
     * A column whose cells were all seen before.
     *
     * @param known what they proved; null when nothing is known
     */
    DayColumn(TableColumn column, @Nullable DayOrder stated, @Nullable DayOrder known) {
        this.column = column;
        this.stated = stated;
        this.known = known;
    }

    TableColumn column() {
        return column;
    }

    /** Reads a cell; an open day stays open until {@link #order} is known. */
    int read(String text, long row) {
        Integer known = days.get(text);
        if (known != null) {
            return known;
        }
        int day = WrittenDay.read(text, stated);
        if (WrittenDay.isOpen(day)) {
            openRow = openRow < 0 ? row : openRow;
            dottedRow = dottedRow < 0 && WrittenDay.isDotted(text) ? row : dottedRow;
        } else if (stated == null && day > 0) {
            DayOrder proof = WrittenDay.proof(text);
            if (proof != null && proof(proof) < 0) {
                proofs[proof.ordinal()] = row;
            }
        }
        if (day > 0 && days.size() < MOST_KEPT) {
            days.put(text, day);
        }
        return day;
    }

    /** A row has an amount with a decimal comma, which nobody writes who puts the month first. */
    void meetComma(long row) {
        commaRow = commaRow < 0 ? row : commaRow;
    }

    /** Why the column is not in the American form that its title tells; empty when nothing speaks against that. */
    String doubt() {
        if (ofTitle(column) != DayOrder.MONTH_FIRST) {
            return "";
        }
        return dottedRow >= 0
                ? "days with dots are not the American form that the title tells"
                : commaRow >= 0 ? "amounts with decimal commas are not American, as the title would be" : "";
    }

    /** The first row that proves an order; -1 when none does. */
    long proof(DayOrder order) {
        return proofs[order.ordinal()];
    }

    /** Whether some rows prove one order and some the other. */
    boolean isMixed() {
        return proofs[0] >= 0 && proofs[1] >= 0;
    }

    /** The first row whose day has two readings; -1 when none has. */
    long openRow() {
        return openRow;
    }

    /** The order of all its days; null when nothing tells, or when they are mixed. */
    @Nullable
    DayOrder order() {
        if (stated != null || known != null) {
            return stated != null ? stated : known;
        }
        if (isMixed()) {
            return null;
        }
        for (DayOrder order : DayOrder.values()) {
            if (proof(order) >= 0) {
                return order;
            }
        }
        return doubt().isEmpty() ? ofTitle(column) : null;
    }

    /** The order that the title of a column tells; null when it tells none. */
    static @Nullable DayOrder ofTitle(TableColumn column) {
        return switch (column.origin()) {
            case ACE -> DayOrder.MONTH_FIRST;
            case GERMAN -> DayOrder.DAY_FIRST;
            case ANY -> null;
        };
    }

    /** Whether days are read in the order that the title tells, since no cell proves one. */
    boolean goesByTitle() {
        return stated == null && openRow >= 0 && proofs[0] < 0 && proofs[1] < 0;
    }

    /** Whether a cell proves that the day comes first, and none proves the other order. */
    boolean isProvedDayFirst() {
        return !isMixed() && proof(DayOrder.DAY_FIRST) >= 0;
    }
}
