package io.centerline.intake.rows;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;
import io.centerline.tariff.HtsNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry line while its rows arrive, wherever in a file they stand. It is the first {@link RowPart} too, since most lines
 * have one row, and a file may have a million. Not thread-safe.
 */
final class FileLine extends RowPart {
    final String entry;
    final int line;
    /** How many rows it stands for, those that repeat others among them. */
    int rows = 1;
    /** How many rows of other versions were not taken. */
    int dropped;

    int day;
    int count;
    byte entryType;
    /** The orders of day and month that must hold for the rows to agree: one bit each. */
    byte orders;

    boolean contradicted;

    @Nullable
    ArticleSet set;

    @Nullable
    Role role;

    long lineCents;

    FileLine(RowDraft draft, String entry, List<HtsNumber> numbers) {
        super(draft, numbers);
        this.entry = entry;
        line = draft.line;
        describe(draft);
    }

    /** Says from now on what this row says, and nothing else. */
    void restart(RowDraft draft, List<HtsNumber> others) {
        become(draft, others);
        next = null;
        dropped += rows;
        rows = 1;
        orders = 0;
        describe(draft);
    }

    private void describe(RowDraft draft) {
        day = draft.day;
        count = draft.count;
        entryType = (byte) draft.entryType;
        set = draft.set;
        role = draft.role;
        lineCents = draft.lineCents;
    }

    /** The field in which a row says something else of the line; null when there is none. What it leaves out it does not deny. */
    @Nullable
    RowField contradiction(RowDraft draft) {
        if (entryType != 0 && draft.entryType != 0 && entryType != draft.entryType) {
            return RowField.ENTRY_TYPE;
        }
        if (set != null && draft.set != null && set != draft.set) {
            return RowField.SET;
        }
        if (role != null && draft.role != null && role != draft.role) {
            return RowField.ROLE;
        }
        if (count != 0 && draft.count != 0 && count != draft.count) {
            return RowField.COUNT;
        }
        return daysDiffer(draft.day) ? RowField.DATE : null;
    }

    /** Takes over what a row that does not contradict says beyond the rows before. */
    void complete(RowDraft draft) {
        day = day == WrittenDay.NONE ? draft.day : day;
        entryType = entryType == 0 ? (byte) draft.entryType : entryType;
        set = set == null ? draft.set : set;
        role = role == null ? draft.role : role;
        count = count == 0 ? draft.count : count;
        lineCents = Math.max(lineCents, draft.lineCents);
    }

    /** Whether the rows agree only in another order of day and month than this one. */
    boolean needsAnother(DayOrder order) {
        return orders != 0 && (orders & bit(order)) == 0;
    }

    private boolean daysDiffer(int other) {
        if (day == other || day == WrittenDay.NONE || other == WrittenDay.NONE) {
            return false;
        }
        if (!WrittenDay.isOpen(day) && !WrittenDay.isOpen(other)) {
            return true;
        }
        int agreeing = 0;
        for (DayOrder order : DayOrder.values()) {
            if (WrittenDay.inOrder(day, order) == WrittenDay.inOrder(other, order)) {
                agreeing |= bit(order);
            }
        }
        agreeing &= orders == 0 ? 3 : orders;
        if (agreeing != 0) {
            orders = (byte) agreeing;
        }
        return agreeing == 0;
    }

    @SuppressWarnings("EnumOrdinal") // an ordinal is a bit
    private static int bit(DayOrder order) {
        return 1 << order.ordinal();
    }
}
