package io.centerline.intake.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The entry lines of one importer, in order of first appearance, found by entry and line number. Not thread-safe. */
final class LineTable {
    private @Nullable FileLine[] lines = new FileLine[1];
    private int size;
    /** Open addressing to position + 1; zero is empty. Made once there are lines to be told apart. */
    private int[] places = {};

    private int placed;

    int size() {
        return size;
    }

    /** The line at a position; null when it was taken. */
    @Nullable
    FileLine at(int position) {
        return lines[position];
    }

    /** The line at a position, which the table forgets, so that what becomes of it takes its place in memory. */
    @Nullable
    FileLine take(int position) {
        FileLine line = lines[position];
        lines[position] = null;
        return line;
    }

    /** The line with this entry and line number; null when there is none. */
    @Nullable
    FileLine find(String entry, int line) {
        if (places.length == 0) {
            return null;
        }
        int place = slot(entry, line);
        int position = places[place] - 1;
        return position < 0 ? null : lines[position];
    }

    /** Adds a line that {@link #find} does not find. */
    void add(FileLine line) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size + (size >> 1) + 3);
        }
        lines[size++] = line;
        if (line.entry.isEmpty() || line.line == 0) {
            return;
        }
        if ((placed + 1) * 2 > places.length) {
            grow();
        }
        places[slot(line.entry, line.line)] = size;
        placed++;
    }

    /** Nothing is found any more. */
    void forgetPlaces() {
        places = new int[0];
    }

    private void grow() {
        places = new int[Math.max(8, places.length * 2)];
        for (int i = 0; i < size - 1; i++) {
            FileLine line = lines[i];
            if (line != null && !line.entry.isEmpty() && line.line > 0) {
                places[slot(line.entry, line.line)] = i + 1;
            }
        }
    }

    private int slot(String entry, int line) {
        int mask = places.length - 1;
        int hash = EntryText.hash(entry, line);
        int slot = (hash ^ hash >>> 15) & mask;
        while (true) {
            int position = places[slot] - 1;
            if (position < 0) {
                return slot;
            }
            FileLine other = lines[position];
            if (other != null && other.line == line && EntryText.same(other.entry, entry)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }
}
