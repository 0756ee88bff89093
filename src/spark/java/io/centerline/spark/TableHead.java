package io.centerline.spark;

import io.centerline.facts.Issue;
import io.centerline.intake.rows.DayOrder;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.rows.StagedFile;
import io.centerline.intake.rows.StagedRows;
import io.centerline.intake.rows.StagedTable;
import io.centerline.intake.rows.TableHeader;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What tells which column holds what, in a form that goes over the network. Immutable. */
final class TableHead implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ArrayList<String>> rows = new ArrayList<>();
    private final EnumMap<RowField, DayOrder> orders = new EnumMap<>(RowField.class);

    /**
     * A head.
     *
     * @param rows the titles and first rows of a file
     * @param orders the order of day and month in columns where later rows tell it
     */
    TableHead(List<List<String>> rows, Map<RowField, DayOrder> orders) {
        rows.forEach(row -> this.rows.add(new ArrayList<>(row)));
        this.orders.putAll(orders);
    }

    /**
     * The table.
     *
     * @throws JobRefused when the titles do not tell what the columns hold
     */
    StagedTable table(RowIntake intake, String name) {
        StagedFile staged;
        try {
            staged = intake.stage(
                    new HeadRows(List.copyOf(rows)), RowOptions.LENIENT, Nobody.TAKER, RejectedRows.NOBODY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (staged instanceof StagedFile.Refused refused) {
            throw refused(name, refused.issues());
        }
        StagedFile.Staged read = (StagedFile.Staged) staged;
        Map<RowField, DayOrder> all = new EnumMap<>(RowField.class);
        all.putAll(read.orders());
        all.putAll(orders);
        return new StagedFile.Staged(read.header(), all, 0, 0, 0, 0, List.of()).table();
    }

    static JobRefused refused(String name, List<Issue> issues) {
        Issue first = issues.get(0);
        String more = issues.size() == 1 ? "" : ", and " + (issues.size() - 1) + " more";
        return new JobRefused("`" + name + "`: " + first.message() + more, first.help());
    }

    /** Takes rows and does nothing with them. */
    enum Nobody implements StagedRows {
        TAKER;

        @Override
        public void begin(TableHeader header) {
            // Only what the reading says of the file is wanted.
        }

        @Override
        public void take(long number, List<String> cells, String count) {
            // As above.
        }
    }
}
