package io.centerline.api;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a workbook (XLSX) while {@link RowPages} reads them: a header that stays in view, a filter for each column, and
 * a second sheet that says what the list is. Texts stay texts, whatever they begin with.
 *
 * @param <R> a row
 */
public final class SheetStream<R> implements StreamingOutput {
    /** The media type of workbooks. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** How many rows a sheet has below its header. */
    public static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

    private static final int LONGEST_TEXT = 32_767;
    private static final int ROWS_AT_ONCE = 500;

    private final String title;
    private final List<Column<R>> columns;
    private final RowPages<R> rows;
    private final List<Line> about;

    /**
     * A column.
     *
     * @param width in characters
     * @param cell of a row: a text, a number, a day, a moment, or null for nothing
     */
    public record Column<R>(String title, int width, Function<R, @Nullable Object> cell) {
        /** The titles of columns. */
        static <R> List<String> titles(List<Column<R>> columns) {
            return columns.stream().map(Column::title).toList();
        }

        /** The cells of a row as texts; empty for nothing. */
        static <R> List<String> cells(List<Column<R>> columns, R row) {
            return columns.stream()
                    .map(column -> Objects.toString(column.cell().apply(row), ""))
                    .toList();
        }
    }

    /**
     * A line of the second sheet.
     *
     * @param name of what is said
     * @param text what is said
     */
    public record Line(String name, String text) {}

    /**
     * A workbook.
     *
     * @param title of the sheet
     * @param rows at most {@link #MOST_ROWS}
     */
    public SheetStream(String title, List<Column<R>> columns, RowPages<R> rows, List<Line> about) {
        this.title = title;
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.about = List.copyOf(about);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Centerline", "1.0")) {
            list(workbook.newWorksheet(title));
            about(workbook.newWorksheet("About"));
        }
    }

    private void list(Worksheet sheet) throws IOException {
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.inlineString(0, i, columns.get(i).title());
            sheet.style(0, i).bold().fillColor("D9E1F2").set();
        }
        int[] written = {0};
        rows.forEach(row -> {
            written[0]++;
            for (int i = 0; i < columns.size(); i++) {
                put(sheet, written[0], i, columns.get(i).cell().apply(row));
            }
            if (written[0] % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        });
        sheet.setAutoFilter(0, 0, written[0], columns.size() - 1);
        sheet.finish();
    }

    private void about(Worksheet sheet) throws IOException {
        sheet.width(0, 26);
        sheet.width(1, 100);
        for (int i = 0; i < about.size(); i++) {
            put(sheet, i, 0, about.get(i).name());
            put(sheet, i, 1, about.get(i).text());
        }
        sheet.finish();
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("mm/dd/yyyy").set();
        } else if (cell instanceof Instant moment) {
            sheet.value(row, column, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
            sheet.style(row, column).format("mm/dd/yyyy hh:mm:ss").set();
        } else if (cell instanceof String text && !text.isEmpty()) {
            sheet.inlineString(row, column, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        }
    }
}
