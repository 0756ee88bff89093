package io.centerline.spark;

import io.centerline.batch.RowCounts;
import io.centerline.batch.RunDecision;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What tasks give: decisions, rejected rows and counts, each in a column of its own. Stateless. */
final class OutRows {
    /** A row of {@link RunDecision}. */
    private static final StructType DECISION = new StructType()
            .add("importer", DataTypes.StringType)
            .add("file", DataTypes.StringType)
            .add("row", DataTypes.LongType)
            .add("rows", DataTypes.LongType)
            .add("status", DataTypes.StringType)
            .add("center", DataTypes.StringType)
            .add("basis", DataTypes.StringType)
            .add("indicated", DataTypes.StringType)
            .add("reviews", DataTypes.StringType)
            .add("counted", DataTypes.LongType)
            .add("notCounted", DataTypes.LongType)
            .add("lines", DataTypes.LongType)
            .add("share", DataTypes.createDecimalType(5, 4))
            .add("value", DataTypes.createDecimalType(38, 2))
            .add("warnings", DataTypes.IntegerType)
            .add("facts", DataTypes.StringType)
            .add("summary", DataTypes.StringType)
            .add("document", DataTypes.StringType);

    private static final StructType REJECT = new StructType()
            .add("file", DataTypes.StringType)
            .add("row", DataTypes.LongType)
            .add("reason", DataTypes.StringType)
            .add("remedy", DataTypes.StringType)
            .add("cells", DataTypes.createArrayType(DataTypes.StringType));

    private static final StructType COUNTS = new StructType()
            .add("counted", DataTypes.LongType)
            .add("titles", DataTypes.LongType)
            .add("sums", DataTypes.LongType)
            .add("dropped", DataTypes.LongType)
            .add("rejected", DataTypes.LongType)
            .add("notCounted", DataTypes.createArrayType(DataTypes.LongType));

    /** The three of them. */
    static final StructType SCHEMA =
            new StructType().add("decision", DECISION).add("reject", REJECT).add("counts", COUNTS);

    private static final NotCountedReason[] REASONS = NotCountedReason.values();

    private OutRows() {}

    static Row decision(RunDecision decision, String file) {
        return RowFactory.create(
                RowFactory.create(
                        decision.importer(),
                        file,
                        decision.row(),
                        decision.rows(),
                        decision.status(),
                        decision.center(),
                        decision.basis(),
                        decision.indicated(),
                        decision.reviews(),
                        decision.counted(),
                        decision.notCounted(),
                        decision.lines(),
                        decision.share(),
                        decision.value(),
                        decision.warnings(),
                        decision.facts(),
                        decision.summary(),
                        decision.document()),
                null,
                null);
    }

    static Row reject(String file, long row, String reason, String remedy, List<String> cells) {
        return RowFactory.create(
                null, RowFactory.create(file, row, reason, remedy, cells.toArray(String[]::new)), null);
    }

    static Row counts(RowCounts counts) {
        Long[] notCounted = new Long[REASONS.length];
        for (int i = 0; i < REASONS.length; i++) {
            notCounted[i] = counts.notCounted().getOrDefault(REASONS[i], 0L);
        }
        return RowFactory.create(
                null,
                null,
                RowFactory.create(
                        counts.counted(),
                        counts.titles(),
                        counts.sums(),
                        counts.dropped(),
                        counts.rejected(),
                        notCounted));
    }

    /** The counts of a row of {@link #counts}. */
    static RowCounts counts(Row row) {
        List<Long> written = row.getList(5);
        Map<NotCountedReason, Long> notCounted = new EnumMap<>(NotCountedReason.class);
        for (int i = 0; i < REASONS.length; i++) {
            notCounted.put(REASONS[i], written.get(i));
        }
        return new RowCounts(
                row.getLong(0), notCounted, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
}
