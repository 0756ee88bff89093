package io.centerline.batch.run;

import static io.centerline.batch.run.SourceColumn.named;
import static io.centerline.batch.run.SourceColumn.quoted;

import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.StagedTable;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.text.Echo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parquet files of one schema, as rows. Used by one thread. */
final class ParquetFiles {
    private static final int LOOKED_AT = 200;
    private static final int LIST_COLUMNS = 16;
    private static final int MOST_DAYS = 100_000;

    private final RunDatabase database;
    private final List<RunInput> files;
    private final List<Integer> positions;
    private final List<Cell> cells;

    /** A column as rows of text have it; one of a list is a column for each place. */
    private record Cell(String title, SourceColumn column) {}

    /** The name and type of a column of a file. */
    private record Described(String name, String type) {}

    private ParquetFiles(RunDatabase database, List<RunInput> files, List<Integer> positions, List<Described> schema) {
        this.database = database;
        this.files = files;
        this.positions = positions;
        this.cells = cells(files.get(0).name(), schema);
    }

    /**
     * The Parquet files among inputs, those of one schema together.
     *
     * @throws RunRefused when one cannot be read, or has columns that are no plain values
     */
    static List<ParquetFiles> of(RunDatabase database, List<RunInput> inputs) {
        Map<List<Described>, List<Integer>> bySchema = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            RunInput input = inputs.get(i);
            if (input.format() != RunInput.Format.PARQUET) {
                continue;
            }
            if (input.packing() != RunInput.Packing.NONE) {
                throw RunRefused.input(
                        "`" + input.name() + "` is Parquet within another compression",
                        "unpack it; Parquet compresses its columns itself");
            }
            try {
                bySchema.computeIfAbsent(schema(database, input), none -> new ArrayList<>())
                        .add(i);
            } catch (RunRefused unreadable) {
                throw new RunRefused(
                        RunRefused.Cause.INPUT,
                        "`" + input.name() + "`: " + unreadable.getMessage(),
                        unreadable.help().isEmpty() ? "write the file again from its source" : unreadable.help());
            }
        }
        List<ParquetFiles> groups = new ArrayList<>();
        bySchema.forEach((schema, positions) -> groups.add(
                new ParquetFiles(database, positions.stream().map(inputs::get).toList(), positions, schema)));
        return groups;
    }

    private static List<Described> schema(RunDatabase database, RunInput input) {
        return database.list(
                "DESCRIBE SELECT * FROM read_parquet(" + quoted(input.path().toString()) + ")",
                row -> new Described(row.getString(1), row.getString(2)));
    }

    private static List<Cell> cells(String file, List<Described> schema) {
        List<Cell> cells = new ArrayList<>();
        for (Described each : schema) {
            String ref = "r." + named(each.name());
            String type = each.type().toUpperCase(Locale.ROOT);
            if (type.endsWith("[]") && !type.contains("STRUCT") && !type.contains("MAP")) {
                String element = type.substring(0, type.length() - 2);
                for (int i = 1; i <= LIST_COLUMNS; i++) {
                    cells.add(new Cell(each.name() + " " + i, new SourceColumn(ref + "[" + i + "]", element)));
                }
            } else if (type.contains("STRUCT") || type.contains("MAP") || type.contains("BLOB")) {
                throw RunRefused.input(
                        "`" + file + "`: column `" + each.name() + "` holds " + each.type()
                                + ", which is no plain value",
                        "write its parts as columns of their own");
            } else {
                cells.add(new Cell(each.name(), new SourceColumn(ref, type.equals("ENUM") ? "VARCHAR" : type)));
            }
        }
        return cells;
    }

    /** The first of the files, for messages. */
    String name() {
        return files.get(0).name();
    }

    /** How many rows they have. */
    long rows() {
        return database.number("SELECT count(*) FROM read_parquet(" + paths() + ")");
    }

    private String paths() {
        return files.stream().map(file -> quoted(file.path().toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    private String from() {
        return "read_parquet(" + paths() + ", file_row_number = true) AS r";
    }

    /** Titles and first rows, and rows that tell how days are written: enough to know what the columns hold. */
    RowSource sample() {
        List<String> titles = cells.stream().map(Cell::title).toList();
        String all = cells.stream().map(cell -> cell.column().text()).collect(Collectors.joining(", "));
        List<EntryRow> rows = new ArrayList<>();
        rows.add(new EntryRow(0, titles));
        RunDatabase.Row<EntryRow> reader = row -> row(row, cells.size());
        rows.addAll(database.list(
                "SELECT r.file_row_number + 1, " + all + " FROM " + from() + " WHERE r.file_index = 0 ORDER BY 1 LIMIT "
                        + LOOKED_AT,
                reader));
        for (Cell cell : cells) {
            if (cell.column().isText() && holdsDays(rows, cells.indexOf(cell))) {
                rows.addAll(database.list(
                        "SELECT min(r.file_row_number) + 1, "
                                + cells.stream()
                                        .map(other -> other == cell
                                                ? "any_value(" + cell.column().text() + ")"
                                                : "''")
                                        .collect(Collectors.joining(", "))
                                + " FROM " + from() + " GROUP BY "
                                + cell.column().ref() + " ORDER BY 1 LIMIT "
                                + MOST_DAYS,
                        reader));
            }
        }
        return new Sample(name(), rows);
    }

    /** Whether the first rows of a column look like days, such as {@code 3/2/2026}. */
    private static boolean holdsDays(List<EntryRow> rows, int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.cell(column).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .filter(text -> text.matches("[0-9]{1,4}[-/.][0-9A-Za-z]{1,9}[-/.][0-9]{1,4}.*|[0-9]{8}"))
                .isPresent();
    }

    private static EntryRow row(ResultSet row, int columns) throws SQLException {
        List<String> texts = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            texts.add(row.getString(i + 2));
        }
        return new EntryRow(row.getLong(1), texts);
    }

    /** Their rows, in the columns of a table. */
    RunSource source(StagedTable table) {
        List<SourceColumn> columns = new ArrayList<>();
        Map<String, Cell> byTitle = new LinkedHashMap<>();
        cells.forEach(cell -> byTitle.put(cell.title(), cell));
        for (StagedTable.Column column : table.columns()) {
            Cell cell = byTitle.get(column.title());
            if (cell == null) {
                cell = cells.stream()
                        .filter(each -> table.indexOf(new StagedTable.Column(column.field(), each.title()))
                                == table.columns().indexOf(column))
                        .findFirst()
                        .orElse(null);
            }
            if (cell == null && column.field() != RowField.COUNT) {
                throw new IllegalStateException("no column `" + column.title() + "`");
            }
            columns.add(cell == null ? RunSource.NONE : cell.column());
        }
        // The database numbers the files of one statement; ours are numbered over all inputs.
        String index = positions.size() == 1
                ? positions.get(0).toString()
                : "[" + positions.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + "][CAST(r.file_index AS BIGINT) + 1]";
        return new RunSource(from(), index, "r.file_row_number + 1", columns);
    }

    /** Rows that were looked at. */
    private static final class Sample implements RowSource {
        private final String name;
        private final Iterator<EntryRow> rows;

        Sample(String name, List<EntryRow> rows) {
            this.name = name;
            this.rows = rows.iterator();
        }

        @Override
        public @Nullable EntryRow next() {
            return rows.hasNext() ? rows.next() : null;
        }

        @Override
        public void checkRest() {
            // Every row was read.
        }

        @Override
        public String place(long row) {
            return name + ", row " + row;
        }

        @Override
        public String place(long row, int column, String title) {
            return place(row) + ", column \"" + Echo.token(title) + "\"";
        }
    }
}
