package io.centerline.batch.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** A CSV with one row for each line. Stateless. */
final class CsvPart implements PartFile {
    private static final int TOLD_EVERY = 1 << 13;

    @Override
    public long write(MadeUp madeUp, LineStream lines, Path file, IntConsumer progress) throws IOException {
        LineCells cells = new LineCells(madeUp, "uuuu-MM-dd");
        long rows = 0;
        try (CellWriter out = new CellWriter(file)) {
            out.titles(MadeUpTable.COLUMNS);
            while (lines.next()) {
                MadeUpLine line = lines.line();
                out.cell(line.importerNumber);
                out.cell(LineCells.kind(line));
                out.cell(line.entryNumber);
                out.cell(LineCells.lineNumber(line));
                out.cell(LineCells.entryType(line));
                out.cell(cells.day(line, 0));
                for (int i = 0; i < line.numbers.length; i++) {
                    out.cell(cells.number(line, i));
                }
                out.cell(LineCells.set(line));
                out.cell(LineCells.role(line));
                out.cell(cells.quantity(line));
                out.cell(cells.value(line));
                out.endRow();
                if (++rows % TOLD_EVERY == 0) {
                    progress.accept(TOLD_EVERY);
                }
            }
        }
        progress.accept((int) (rows % TOLD_EVERY));
        return rows;
    }
}
