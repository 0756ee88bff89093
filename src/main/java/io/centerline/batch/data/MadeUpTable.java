package io.centerline.batch.data;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * The lines of one part as a table function of DuckDB, which asks for them chunk by chunk, so that no part is in memory as a
 * whole. All cells are texts and blank ones are empty, because texts pass to DuckDB a column at a time, and anything else cell
 * by cell.
 */
final class MadeUpTable implements DuckDBTableFunction<Object, LineStream, Object> {
    static final String NAME = "made_up_lines";

    /** The columns, and what each is in the file. */
    static final List<String> COLUMNS = List.of(
            "Importer Number",
            "Importer Kind",
            "Entry Summary Number",
            "Entry Summary Line Number",
            "Entry Type Code",
            "Entry Date",
            "HTS 1",
            "HTS 2",
            "HTS 3",
            "Set",
            "Role",
            "Quantity",
            "Value");

    private final LineStream stream;
    private final LineCells cells;
    private final IntConsumer progress;
    private byte[][][] columns = new byte[COLUMNS.size()][0][];

    MadeUpTable(LineStream stream, LineCells cells, IntConsumer progress) {
        this.stream = stream;
        this.cells = cells;
        this.progress = progress;
    }

    @Override
    public Object bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        COLUMNS.forEach(column -> info.addResultColumn(column, DuckDBColumnType.VARCHAR));
        return "";
    }

    @Override
    public LineStream init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return stream;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        int capacity = (int) chunk.capacity();
        if (columns[0].length != capacity) {
            columns = new byte[COLUMNS.size()][capacity][];
        }
        int row = 0;
        while (row < capacity && stream.next()) {
            fill(row, stream.line());
            row++;
        }
        for (int i = 0; i < columns.length; i++) {
            chunk.vector(i).setStringUtf8Batch(0, row == capacity ? columns[i] : Arrays.copyOf(columns[i], row));
        }
        progress.accept(row);
        return row;
    }

    private void fill(int row, MadeUpLine line) {
        columns[0][row] = line.importerNumber;
        columns[1][row] = LineCells.kind(line);
        columns[2][row] = line.entryNumber;
        columns[3][row] = LineCells.lineNumber(line);
        columns[4][row] = LineCells.entryType(line);
        columns[5][row] = cells.day(line, 0);
        columns[6][row] = cells.number(line, 0);
        columns[7][row] = cells.number(line, 1);
        columns[8][row] = cells.number(line, 2);
        columns[9][row] = LineCells.set(line);
        columns[10][row] = LineCells.role(line);
        columns[11][row] = cells.quantity(line);
        columns[12][row] = cells.value(line);
    }
}
