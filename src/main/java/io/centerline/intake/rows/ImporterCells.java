package io.centerline.intake.rows;

import io.centerline.intake.sheet.EntryRow;
import java.util.List;

/** Tells by its cells what a column holds whose title may mean an importer's number, code or name. */
final class ImporterCells {
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_LETTERS = 3;

    /** What the cells show. */
    enum Verdict {
        NUMBERS,
        NAMES,
        UNCLEAR
    }

    private ImporterCells() {}

    /** The verdict on a column; a file without rows has whatever its title says first. */
    static Verdict of(int column, List<EntryRow> rows) {
        int cells = 0;
        int numbers = 0;
        for (EntryRow row : rows) {
            String text = CellText.of(row.cell(column));
            if (!text.isEmpty() && !SumRow.isLabel(text)) {
                cells++;
                numbers += isLikeANumber(text) ? 1 : 0;
            }
        }
        if (numbers * 2 > cells || cells == 0) {
            return Verdict.NUMBERS;
        }
        return numbers == 0 ? Verdict.NAMES : Verdict.UNCLEAR;
    }

    private static boolean isLikeANumber(String text) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return digits >= LEAST_DIGITS && letters <= MOST_LETTERS;
    }
}
