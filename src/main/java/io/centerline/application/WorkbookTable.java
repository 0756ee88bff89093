package io.centerline.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table on a sheet of a workbook: a header that stays in view, a filter for each column, and rows that are written as they
 * come. A table with more rows than a sheet has goes on in another sheet. Only one table of a workbook is written at a time. Its
 * methods throw {@link UncheckedIOException} when the file cannot be written. Not thread-safe.
 */
final class WorkbookTable {
    private static final int LONGEST_TEXT = 32_767;
    private static final int ROWS_AT_ONCE = 500;
    private static final int SHARE_DECIMALS = 6;

    private final Workbook workbook;
    private final String name;
    private final List<Column> columns;
    private Worksheet sheet;
    private int sheets = 1;
    private int row = 1;

    /** What a column holds. */
    enum Kind {
        TEXT(""),
        COUNT("#,##0"),
        SHARE("0.00%"),
        MONEY("#,##0.00");

        private final String format;

        Kind(String format) {
            this.format = format;
        }
    }

    /**
     * A column.
     *
     * @param width in characters
     */
    record Column(String title, Kind kind, int width) {
        static Column text(String title, int width) {
            return new Column(title, Kind.TEXT, width);
        }

        static Column count(String title) {
            return new Column(title, Kind.COUNT, 13);
        }

        static Column share(String title) {
            return new Column(title, Kind.SHARE, 13);
        }

        static Column money(String title) {
            return new Column(title, Kind.MONEY, 18);
        }
    }

    WorkbookTable(Workbook workbook, String name, Column... columns) {
        this.workbook = workbook;
        this.name = name;
        this.columns = List.of(columns);
        this.sheet = begin(name);
    }

    private Worksheet begin(String title) {
        Worksheet begun = workbook.newWorksheet(title);
        begun.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            begun.width(i, columns.get(i).width());
            begun.inlineString(0, i, columns.get(i).title());
            begun.style(0, i).bold().fillColor("D9E1F2").set();
        }
        return begun;
    }

    /** Writes a row: for each column a text, a number, or null for nothing. */
    void add(@Nullable Object... cells) {
        if (row == Worksheet.MAX_ROWS) {
            end();
            sheets++;
            sheet = begin(name + " " + sheets);
            row = 1;
        }
        for (int i = 0; i < columns.size(); i++) {
            put(i, cells[i]);
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            try {
                sheet.flush();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private void put(int column, @Nullable Object cell) {
        Kind kind = columns.get(column).kind();
        if (cell instanceof Number number) {
            boolean share = kind == Kind.SHARE && number instanceof BigDecimal;
            sheet.value(
                    row,
                    column,
                    share ? ((BigDecimal) number).setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN) : number);
            if (!kind.format.isEmpty()) {
                sheet.style(row, column).format(kind.format).set();
            }
        } else if (cell instanceof String text && !text.isEmpty()) {
            sheet.inlineString(row, column, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        }
    }

    /** Ends the table. */
    void end() {
        sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
        try {
            sheet.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
