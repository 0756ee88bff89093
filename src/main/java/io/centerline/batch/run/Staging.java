package io.centerline.batch.run;

import io.centerline.facts.Issue;
import io.centerline.intake.rows.DayOrder;
import io.centerline.intake.rows.MappingRefused;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.rows.StagedFile;
import io.centerline.intake.rows.StagedRows;
import io.centerline.intake.rows.StagedTable;
import io.centerline.intake.rows.TableHeader;
import io.centerline.intake.sheet.CellFault;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the columns of the inputs hold, and brings the rows of files of text into the table {@code staged}. All inputs
 * must have columns that mean the same. Used once, by one thread.
 */
final class Staging {
    private static final long TOLD_EVERY = 200_000;

    private final RunDatabase database;
    private final RowIntake intake;
    private final RowOptions options;
    private final List<RunInput> inputs;
    private final RunProgress progress;
    private final Map<RowField, DayOrder> orders = new EnumMap<>(RowField.class);
    private final Map<RowField, String> orderOf = new EnumMap<>(RowField.class);
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<RunSource> sources = new ArrayList<>();
    private StagedFile.@Nullable Staged first;
    private @Nullable StagedTable table;
    private String firstName = "";
    private long read;
    private long titles;
    private long sums;
    private long rejected;

    Staging(RunDatabase database, RowIntake intake, RowOptions options, List<RunInput> inputs, RunProgress progress) {
        this.database = database;
        this.intake = intake;
        this.options = options;
        this.inputs = inputs;
        this.progress = progress;
    }

    /**
     * What was staged.
     *
     * @param table what the columns hold
     * @param sources where the rows are
     * @param read the rows of all inputs that are not blank
     * @param titles rows above titles, and rows that repeat them
     * @param sums rows that add others up
     * @param rejected rows that cannot be split into cells
     * @param notes what a user should know, one finished sentence each
     */
    record Staged(
            StagedTable table,
            List<RunSource> sources,
            long read,
            long titles,
            long sums,
            long rejected,
            List<String> notes) {}

    /**
     * Stages the inputs.
     *
     * @throws RunRefused when an input cannot be read, or its columns do not mean what those of the first mean
     */
    Staged stage() {
        List<ParquetFiles> parquet = ParquetFiles.of(database, inputs);
        for (ParquetFiles files : parquet) {
            take(files.sample(), files.name());
        }
        boolean texts = inputs.stream().anyMatch(input -> input.format() != RunInput.Format.PARQUET);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).format() != RunInput.Format.PARQUET) {
                stage(inputs.get(i), i);
            }
        }
        StagedTable whole = first().table(orders);
        for (ParquetFiles files : parquet) {
            sources.add(files.source(whole));
            read += files.rows();
        }
        if (texts) {
            int columns = whole.columns().size();
            sources.add(new RunSource(
                    "staged AS r",
                    "r.file",
                    "r.number",
                    IntStream.range(0, columns)
                            .mapToObj(i -> new SourceColumn("r.c" + i, "VARCHAR"))
                            .toList()));
        }
        return new Staged(whole, sources, read, titles, sums, rejected, List.copyOf(notes));
    }

    private StagedFile.Staged first() {
        if (first == null) {
            throw new IllegalStateException("a run has an input");
        }
        return first;
    }

    /** Looks at rows that tell what the columns of a file hold. */
    private void take(RowSource sample, String name) {
        try (sample) {
            StagedFile looked = intake.stage(sample, options, NOBODY, RejectedRows.NOBODY);
            agree(accepted(looked, name), name);
        } catch (MappingRefused misfit) {
            throw RunRefused.input("`" + name + "`: " + misfit.getMessage(), misfit.help());
        } catch (IOException failed) {
            throw RunRefused.input("`" + name + "` cannot be read: " + failed.getMessage(), "");
        }
    }

    private static final StagedRows NOBODY = new StagedRows() {
        @Override
        public void begin(TableHeader header) {}

        @Override
        public void take(long number, List<String> cells, String count) {}
    };

    private static StagedFile.Staged accepted(StagedFile staged, String name) {
        if (staged instanceof StagedFile.Refused refused) {
            throw RunRefused.input(
                    refused.issues().stream()
                            .map(Issue::message)
                            .map(message -> message.startsWith(name) ? message : name + ": " + message)
                            .collect(Collectors.joining("\n")),
                    refused.issues().get(0).help());
        }
        return (StagedFile.Staged) staged;
    }

    /** Takes over what a file tells of all, and refuses one whose columns mean something else. */
    private void agree(StagedFile.Staged file, String name) {
        StagedTable own = file.table();
        StagedTable before = table;
        if (before == null) {
            first = file;
            firstName = name;
            table = own;
        } else if (!own.meansTheSame(before)) {
            throw RunRefused.input(
                    mismatch(own, name, before, firstName), "run files of different reports one report at a time");
        }
        file.orders().forEach((field, order) -> {
            DayOrder other = orders.putIfAbsent(field, order);
            if (other != null && other != order) {
                throw RunRefused.input(
                        "`" + name + "` writes days as " + order.form() + " and `" + orderOf.get(field) + "` as "
                                + other.form(),
                        "run them one after the other, or write the days as `2026-03-02`");
            }
            orderOf.putIfAbsent(field, name);
        });
        notes.addAll(file.notes());
    }

    private static String mismatch(StagedTable own, String name, StagedTable before, String other) {
        String only = titles(own, before);
        String missing = titles(before, own);
        return "the columns of `" + name + "` and `" + other + "` do not mean the same"
                + (only.isEmpty() ? "" : ": only `" + name + "` has " + only)
                + (missing.isEmpty() ? "" : (only.isEmpty() ? ": " : "; ") + "only `" + other + "` has " + missing);
    }

    /** The columns of a table that another one does not have. */
    private static String titles(StagedTable table, StagedTable other) {
        return table.columns().stream()
                .filter(column -> column.field() != RowField.COUNT && other.indexOf(column) < 0)
                .map(column -> "`" + column.title() + "` (" + column.field().key() + ")")
                .collect(Collectors.joining(", "));
    }

    private void stage(RunInput input, int index) {
        progress.step("reading " + input.name());
        try (RowSource rows = InputRows.open(input)) {
            StagedFile staged = database.with(open -> {
                try (Filling filling = new Filling(open, index)) {
                    return intake.stage(rows, options, filling, filling);
                } catch (IOException failed) {
                    throw unreadable(input, failed);
                }
            });
            StagedFile.Staged read = accepted(staged, input.name());
            agree(read, input.name());
            this.read += read.read();
            titles += read.titles();
            sums += read.sums();
            rejected += read.rejected();
        } catch (MappingRefused misfit) {
            throw RunRefused.input("`" + input.name() + "`: " + misfit.getMessage(), misfit.help());
        } catch (IOException failed) {
            throw unreadable(input, failed);
        }
    }

    private static RunRefused unreadable(RunInput input, IOException failed) {
        if (failed instanceof RowSource.Unreadable unreadable) {
            return RunRefused.input(
                    input.name() + ": " + unreadable.issue().message(),
                    unreadable.issue().help());
        }
        boolean cut = failed instanceof EOFException || failed instanceof ZipException;
        return RunRefused.input(
                "`" + input.name() + "` cannot be read to its end: " + failed.getMessage(),
                cut ? "the file is cut off or damaged; copy it again from its source" : "");
    }

    /** Fills the tables {@code staged} and {@code broken} with the rows of a file. */
    private final class Filling implements StagedRows, RejectedRows, AutoCloseable {
        private final DuckDBConnection open;
        private final int index;
        private int[] places = {};
        private @Nullable DuckDBAppender rows;
        private long taken;

        Filling(DuckDBConnection open, int index) {
            this.open = open;
            this.index = index;
        }

        @Override
        public void begin(TableHeader header) {
            StagedTable own = StagedFile.tableOf(header);
            StagedTable whole = table == null ? own : table;
            if (!own.meansTheSame(whole)) {
                throw RunRefused.input(
                        mismatch(own, inputs.get(index).name(), whole, firstName),
                        "run files of different reports one report at a time");
            }
            int columns = whole.columns().size();
            places = new int[columns];
            for (int i = 0; i < columns; i++) {
                places[i] = own.indexOf(whole.columns().get(i));
            }
            try {
                RunDatabase.execute(
                        open,
                        "CREATE TABLE IF NOT EXISTS staged (file INTEGER, number BIGINT, "
                                + IntStream.range(0, columns)
                                        .mapToObj(i -> "c" + i + " VARCHAR")
                                        .collect(Collectors.joining(", "))
                                + ")");
                rows = open.createAppender("main", "staged");
            } catch (SQLException failed) {
                throw RunDatabase.refused(failed);
            }
        }

        @Override
        public void take(long number, List<String> cells, String count) {
            DuckDBAppender into = rows;
            if (into == null) {
                throw new IllegalStateException("the header comes first");
            }
            try {
                into.beginRow();
                into.append(index);
                into.append(number);
                for (int i = 0; i < places.length - 1; i++) {
                    into.append(cells.get(places[i]));
                }
                into.append(count);
                into.endRow();
            } catch (SQLException failed) {
                throw RunDatabase.refused(failed);
            }
            if (++taken % TOLD_EVERY == 0) {
                progress.done(taken, 0, "rows");
            }
        }

        @Override
        public void begin(List<String> columns) {
            // The titles of rejected rows are those of the table.
        }

        @Override
        public void reject(EntryRow row, String reason, String remedy) {
            List<String> written = row.written().isEmpty() ? row.cells() : row.written();
            String whole =
                    row.fault(CellFault.WHOLE_ROW) != null ? String.join("", written) : String.join(",", written);
            try {
                RunDatabase.execute(
                        open, "INSERT INTO broken VALUES (?, ?, ?, ?, ?)", index, row.number(), reason, remedy, whole);
            } catch (SQLException failed) {
                throw RunDatabase.refused(failed);
            }
        }

        @Override
        public void close() throws SQLException {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
