package io.centerline.intake.rows;

import io.centerline.intake.sheet.EntryRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that name the columns: the row, or the two rows one above the other, in which the most titles are known. A row
 * above them is a title of the report. Where no title is known, the first row names the columns, wrongly.
 */
final class HeaderSearch {
    /** So many rows may stand above the header. */
    static final int MOST_ROWS = 30;

    private static final int NEEDED_ALWAYS = 30;
    private static final int NEEDED = 10;

    /**
     * The rows found.
     *
     * @param first the position of the first one among the rows looked at
     * @param rows how many they are, 1 or 2
     * @param titles the title of each column
     */
    record Found(int first, int rows, List<String> titles) {}

    private final FileMapping mapping;

    HeaderSearch(FileMapping mapping) {
        this.mapping = mapping;
    }

    /** The header among rows that are not blank, at least one. */
    Found find(List<EntryRow> rows) {
        Found best = new Found(0, 1, titles(rows.get(0)));
        int bestScore = score(best.titles());
        int last = Math.min(rows.size(), MOST_ROWS);
        for (int i = 0; i < last; i++) {
            List<String> own = titles(rows.get(i));
            int score = score(own);
            if (score > bestScore) {
                best = new Found(i, 1, own);
                bestScore = score;
            }
        }
        for (int i = 0; i + 1 < last; i++) {
            List<String> both = combined(rows.get(i), rows.get(i + 1));
            int score = score(both);
            if (score > bestScore) {
                best = new Found(i, 2, both);
                bestScore = score;
            }
        }
        return best;
    }

    /** Whether a row alone has the titles of entry lines. */
    static boolean isHeader(EntryRow row) {
        return new HeaderSearch(FileMapping.NONE).score(titles(row)) >= NEEDED_ALWAYS + NEEDED;
    }

    private int score(List<String> titles) {
        Set<RowField> seen = EnumSet.noneOf(RowField.class);
        int score = 0;
        for (int i = 0; i < titles.size(); i++) {
            RowField field = field(i, titles.get(i));
            if (field == null) {
                continue;
            }
            if (field == RowField.OTHER) {
                score++;
            } else if (seen.add(field.meaning())) {
                score += field == RowField.IMPORTER || field == RowField.HTS ? NEEDED_ALWAYS : NEEDED;
            }
        }
        return score;
    }

    private @Nullable RowField field(int index, String title) {
        if (title.isEmpty()) {
            return null;
        }
        RowField mapped = mapping.field(index, title);
        KnownTitle known = mapped == null ? KnownTitles.find(title) : null;
        return mapped != null ? mapped : known == null ? null : known.field();
    }

    private static List<String> titles(EntryRow row) {
        int filled = row.filled();
        List<String> titles = new ArrayList<>(filled);
        for (int i = 0; i < filled; i++) {
            titles.add(CellText.of(row.cell(i)));
        }
        return titles;
    }

    /** The titles that two rows make: a title above a group of columns belongs to each of them. */
    private List<String> combined(EntryRow upper, EntryRow lower) {
        int filled = Math.max(upper.filled(), lower.filled());
        List<String> titles = new ArrayList<>(filled);
        String group = "";
        for (int i = 0; i < filled; i++) {
            String own = CellText.of(upper.cell(i));
            String below = CellText.of(lower.cell(i));
            group = own.isEmpty() ? group : own;
            String both = group.isEmpty() || below.isEmpty() ? "" : group + " " + below;
            if (field(i, both) != null) {
                titles.add(both);
            } else {
                titles.add(below.isEmpty() ? own : below);
            }
        }
        return titles;
    }
}
