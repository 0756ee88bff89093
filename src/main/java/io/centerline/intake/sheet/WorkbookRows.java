package io.centerline.intake.sheet;

import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of a workbook (XLSX), read piece by piece. Numbers are plain decimals, days that a style shows as such
 * are ISO text, formulas give their stored value. Rows without a cell are passed over. Only the texts that cells share are in
 * memory.
 */
public final class WorkbookRows implements RowSource {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_MERGED = 65_536;

    private final WorkbookParts parts;
    private final @Nullable Path temporary;
    private final WorkbookParts.Sheet sheet;
    private final List<String> choiceNotes;
    private final SheetXml xml;
    private final CellReader cells;
    private final List<Merged> merged = new ArrayList<>();
    private long row;
    private long header;
    private boolean ended;

    /** A range of cells that stand as one. */
    private record Merged(String range, long first, long last) {}

    private WorkbookRows(
            WorkbookParts parts,
            @Nullable Path temporary,
            WorkbookParts.Sheet sheet,
            List<String> choiceNotes,
            CellReader cells)
            throws IOException {
        this.parts = parts;
        this.temporary = temporary;
        this.sheet = sheet;
        this.choiceNotes = choiceNotes;
        this.cells = cells;
        xml = parts.open(sheet);
    }

    /**
     * Opens the sheet of a workbook that holds the rows.
     *
     * @param file the workbook
     * @param temporary whether closing removes the file
     * @param choice which sheet
     * @throws Unreadable when the workbook or its sheet cannot be read
     */
    static WorkbookRows open(Path file, boolean temporary, SheetChoice choice) throws IOException {
        WorkbookParts parts = WorkbookParts.open(file);
        try {
            SharedTexts texts = parts.texts();
            NumberFormats formats = parts.formats();
            SheetFinder finder = new SheetFinder(
                    parts, sheet -> new WorkbookRows(parts, null, sheet, List.of(), newCells(texts, formats, parts)));
            WorkbookParts.Sheet sheet = finder.find(choice);
            return new WorkbookRows(
                    parts, temporary ? file : null, sheet, finder.notes(), newCells(texts, formats, parts));
        } catch (IOException | RuntimeException failed) {
            parts.close();
            throw failed;
        }
    }

    private static CellReader newCells(SharedTexts texts, NumberFormats formats, WorkbookParts parts) {
        return new CellReader(texts, formats, parts.isFrom1904());
    }

    @Override
    public String place(long number) {
        return Echo.token(sheet.name()) + ", row " + number;
    }

    @Override
    public String place(long number, int column, String title) {
        return Echo.token(sheet.name()) + "!" + letters(column) + number;
    }

    @Override
    public void headerAt(long number) {
        header = number;
    }

    @Override
    public @Nullable EntryRow next() throws IOException {
        while (!ended) {
            if (!xml.next()) {
                ended = true;
            } else if (xml.isStart("row")) {
                EntryRow read = row();
                if (!read.cells().isEmpty()) {
                    return read;
                }
            } else if (xml.isStart("mergeCell")) {
                merged(xml.attribute("ref"));
            }
        }
        refuseMergedHeader();
        return null;
    }

    @Override
    public void checkRest() throws IOException {
        while (next() != null) {
            // Whatever is wrong is thrown.
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(choiceNotes);
        if (cells.formulas() > 0) {
            notes.add("the stored values of " + counted(cells.formulas(), "formula") + " are taken");
        }
        List<Merged> ofRows =
                merged.stream().filter(each -> each.last() > header).toList();
        if (!ofRows.isEmpty()) {
            notes.add(counted(ofRows.size(), "range") + " of merged cells, the first at "
                    + Echo.token(sheet.name() + "!" + ofRows.get(0).range())
                    + "; only the first cell of each has the value");
        }
        if (row == MOST_ROWS) {
            notes.add("the sheet is full with 1,048,576 rows; rows of the report may be missing behind them");
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        try {
            parts.close();
        } finally {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** Lets go of the sheet, but not of the workbook. */
    void closeSheet() throws IOException {
        xml.close();
    }

    private EntryRow row() throws IOException {
        String stated = xml.attribute("r");
        long number = stated == null ? row + 1 : number(stated);
        if (number <= row || number > MOST_ROWS) {
            throw WorkbookFault.damaged("row " + number + " follows row " + row);
        }
        row = number;
        List<String> texts = new ArrayList<>();
        BitSet numeric = new BitSet();
        List<CellFault> faults = List.of();
        while (xml.next() && !xml.isEnd("row")) {
            if (!xml.isStart("c")) {
                continue;
            }
            String reference = xml.attribute("r");
            int column = reference == null ? texts.size() : column(reference);
            if (column < texts.size() || column >= MOST_COLUMNS) {
                throw WorkbookFault.damaged("row " + row + " has its cells out of order");
            }
            cells.read(xml, xml.attribute("t"), xml.attribute("s"));
            CellFault fault = cells.fault(column);
            if (cells.text().isEmpty() && fault == null) {
                continue;
            }
            while (texts.size() < column) {
                texts.add("");
            }
            texts.add(cells.text());
            if (cells.isNumeric()) {
                numeric.set(column);
            }
            if (fault != null) {
                faults = faults.isEmpty() ? new ArrayList<>() : faults;
                faults.add(fault);
            }
        }
        return new EntryRow(row, texts, numeric, faults);
    }

    private void merged(@Nullable String range) throws IOException {
        if (range == null || merged.size() >= MOST_MERGED) {
            return;
        }
        String[] corners = range.split(":", -1);
        long first = number(corners[0].replaceFirst("^[A-Za-z]+", ""));
        long last = corners.length < 2 ? first : number(corners[1].replaceFirst("^[A-Za-z]+", ""));
        merged.add(new Merged(range, first, last));
    }

    private void refuseMergedHeader() throws Unreadable {
        for (Merged each : merged) {
            if (each.first() <= header && header <= each.last()) {
                throw WorkbookFault.of(
                        IssueCode.FILE_WORKBOOK,
                        "the cells " + Echo.token(sheet.name() + "!" + each.range()) + " of the header are merged",
                        "split them, so that each column has a header of its own");
            }
        }
    }

    private static long number(String digits) throws Unreadable {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException malformed) {
            throw WorkbookFault.damaged("a row has the number " + Echo.of(digits));
        }
    }

    /** The column of a reference such as {@code B17}, from 0; one outside the sheet when it is malformed. */
    private static int column(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && i < 4) {
            char c = reference.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = 26 * column + c - 'A' + 1;
            } else {
                break;
            }
            i++;
        }
        return column == 0 ? MOST_COLUMNS : column - 1;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
