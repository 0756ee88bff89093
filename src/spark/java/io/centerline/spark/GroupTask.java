package io.centerline.spark;

import io.centerline.batch.GroupPlacement;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.rows.StagedTable;
import io.centerline.placement.Placement.Explain;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** Decides the rows of one partition, in which all rows of an EIN stand together, in the order of the files. */
final class GroupTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final String hash;
    private final Broadcast<HashMap<String, String>> rules;
    private final TableHead head;
    private final FilePlaces places;
    private final LocalDate asOf;
    private final Explain explain;

    /**
     * A task.
     *
     * @param hash the hash of the rulebook
     * @param rules its sources
     */
    GroupTask(
            String hash,
            Broadcast<HashMap<String, String>> rules,
            TableHead head,
            FilePlaces places,
            LocalDate asOf,
            Explain explain) {
        this.hash = hash;
        this.rules = rules;
        this.head = head;
        this.places = places;
        this.asOf = asOf;
        this.explain = explain;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        ExecutorRules built = ExecutorRules.of(hash, rules.value());
        StagedTable table = head.table(built.intake());
        GroupPlacement placement =
                new GroupPlacement(built.rulebook(), built.schedule(), table, RowOptions.LENIENT, asOf, explain);
        RowAddition addition = new RowAddition(table, built.plain(asOf));
        return new PlacedRows(rows, placement, addition, places, built.stamp());
    }
}
