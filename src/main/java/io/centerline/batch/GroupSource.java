package io.centerline.batch;

import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.text.Echo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a group, numbered from 1. It notices when somebody names a row that stands for several, since only the first of
 * those has that place. Not thread-safe.
 */
final class GroupSource implements RowSource {
    private final List<GroupRow> rows;
    private final RowPlaces places;
    private final int quietColumn;
    private int next;
    private boolean vague;

    /**
     * A source.
     *
     * @param quietColumn a column whose places are named without being said to anybody; -1 for none
     */
    GroupSource(List<GroupRow> rows, RowPlaces places, int quietColumn) {
        this.rows = rows;
        this.places = places;
        this.quietColumn = quietColumn;
    }

    /** The same rows from the start. */
    GroupSource again() {
        return new GroupSource(rows, places, quietColumn);
    }

    /** Whether a row was named that stands for several. */
    boolean isVague() {
        return vague;
    }

    @Override
    public @Nullable EntryRow next() {
        return next == rows.size()
                ? null
                : new EntryRow(next + 1L, rows.get(next++).cells());
    }

    @Override
    public void checkRest() {
        // Every row can be read.
    }

    @Override
    public String place(long row) {
        GroupRow named = rows.get((int) row - 1);
        vague |= named.stands() > 1;
        return places.place(named.file(), named.row());
    }

    @Override
    public String place(long row, int column, String title) {
        boolean before = vague;
        String place = place(row) + ", column \"" + Echo.token(title) + "\"";
        vague = column == quietColumn ? before : vague;
        return place;
    }
}
