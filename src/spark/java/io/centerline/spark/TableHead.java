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
import org.jspecify.annotations.Nullable;

/** What tells which column holds what, in a form that goes over the network. Immutable. */
final class TableHead implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ArrayList<String>> rows = new ArrayList<>();
    private final EnumMap<RowField, DayOrder> orders = new EnumMap<>(RowField.class);

    /**
     * A head.
     *
     * @param rows the titles and first rows of a file, as many as tell what columns hold
     * @param orders the order of day and month in each column of days that tells one
     */
    TableHead(List<? extends List<String>> rows, Map<RowField, DayOrder> orders) {
        rows.forEach(row -> this.rows.add(new ArrayList<>(row)));
        this.orders.putAll(orders);
    }

    /**
     * The head of a file of which some rows tell everything.
     *
     * @param name the file in messages
     * @throws JobRefused when the rows leave open what the columns hold
     */
    static TableHead of(List<List<String>> rows, RowIntake intake, String name) {
        StagedFile staged = stage(rows, intake, new HeaderTaker());
        if (staged instanceof StagedFile.Refused refused) {
            throw refused(name, refused.issues());
        }
        return new TableHead(rows, ((StagedFile.Staged) staged).orders());
    }

    private static StagedFile stage(List<? extends List<String>> rows, RowIntake intake, StagedRows taker) {
        try {
            return intake.stage(new HeadRows(rows), RowOptions.LENIENT, taker, RejectedRows.NOBODY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The table. */
    StagedTable table(RowIntake intake) {
        HeaderTaker taker = new HeaderTaker();
        stage(rows, intake, taker);
        TableHeader header = taker.header;
        if (header == null) {
            throw new IllegalStateException("rows that had a header lost it");
        }
        return table(header, orders);
    }

    /** The table of a header. */
    static StagedTable table(TableHeader header, Map<RowField, DayOrder> orders) {
        return new StagedFile.Staged(header, orders, 0, 0, 0, 0, List.of()).table();
    }

    /** The same columns, with what all files tell of days. */
    TableHead with(Map<RowField, DayOrder> ofAll) {
        return new TableHead(rows, ofAll);
    }

    Map<RowField, DayOrder> orders() {
        return orders;
    }

    static JobRefused refused(String name, List<Issue> issues) {
        Issue first = issues.get(0);
        String more = issues.size() == 1 ? "" : ", and " + (issues.size() - 1) + " more";
        return new JobRefused("`" + name + "`: " + first.message() + more, first.help());
    }

    /** Keeps the header and no row. */
    private static final class HeaderTaker implements StagedRows {
        private @Nullable TableHeader header;

        @Override
        public void begin(TableHeader found) {
            header = found;
        }

        @Override
        public void take(long number, List<String> cells, String count) {
            // Only the header is wanted.
        }
    }
}
