package io.centerline.batch.run;

import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.StagedTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where rows of a run come from: Parquet files of one schema, or the rows of text files once they are in the database.
 *
 * @param from what a statement reads, with the name {@code r}
 * @param file the position of a row's file among the inputs, as SQL
 * @param row the number of a row in its file, as SQL
 * @param columns for each column of the table, the column of the source
 */
record RunSource(String from, String file, String row, List<SourceColumn> columns) {

    /** Where no column of the source holds the column of the table. */
    static final SourceColumn NONE = new SourceColumn("CAST(NULL AS VARCHAR)", "VARCHAR");

    RunSource {
        columns = List.copyOf(columns);
    }

    /** The columns that hold a field. */
    List<SourceColumn> of(StagedTable table, RowField field) {
        List<SourceColumn> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (table.columns().get(i).field() == field) {
                found.add(columns.get(i));
            }
        }
        return found;
    }

    /** The position of a row among all rows of the run, as SQL. */
    String position() {
        return "(CAST(" + file + " AS BIGINT) * 1099511627776 + CAST(" + row + " AS BIGINT))";
    }
}
