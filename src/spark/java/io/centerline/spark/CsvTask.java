package io.centerline.spark;

import io.centerline.intake.rows.StagedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads the files of separated values whose numbers come in. */
final class CsvTask implements MapPartitionsFunction<Integer, Row> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> uris;
    private final ArrayList<String> names;
    private final Broadcast<SerializableConfiguration> hadoop;
    private final String hash;
    private final Broadcast<HashMap<String, String>> rules;
    private final TableHead head;

    CsvTask(
            List<String> uris,
            List<String> names,
            Broadcast<SerializableConfiguration> hadoop,
            String hash,
            Broadcast<HashMap<String, String>> rules,
            TableHead head) {
        this.uris = new ArrayList<>(uris);
        this.names = new ArrayList<>(names);
        this.hadoop = hadoop;
        this.hash = hash;
        this.rules = rules;
        this.head = head;
    }

    @Override
    public Iterator<Row> call(Iterator<Integer> files) {
        ExecutorRules built = ExecutorRules.of(hash, rules.value());
        StagedTable table = head.table(built.intake());
        PushedRows rows = new PushedRows(
                files,
                table,
                built.intake(),
                file -> new CsvFile(
                        uris.get(file), names.get(file), hadoop.value().value()));
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> rows.close());
        return rows;
    }
}
