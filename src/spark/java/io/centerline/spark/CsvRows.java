package io.centerline.spark;

import io.centerline.batch.RowCounts;
import io.centerline.intake.rows.DayOrder;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.StagedTable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The rows of files of separated values. A task reads a whole file, since only from its start it is known which line feed ends a
 * row; and reads it twice, since any row may tell how days are written. Used by the driver.
 */
final class CsvRows {
    private final InputFiles files;
    private final String hash;
    private final Broadcast<HashMap<String, String>> rules;
    private final Broadcast<SerializableConfiguration> hadoop;
    private final SparkSession spark;
    private final JavaRDD<FileStage> stages;
    private final List<FileStage> read;

    private CsvRows(SparkSession spark, InputFiles files, String hash, Broadcast<HashMap<String, String>> rules) {
        this.spark = spark;
        this.files = files;
        this.hash = hash;
        this.rules = rules;
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        Broadcast<SerializableConfiguration> systems = context.broadcast(new SerializableConfiguration(configuration));
        this.hadoop = systems;
        this.stages = context.parallelize(numbers(), files.uris().size())
                .map(file -> FileStage.of(
                        new CsvFile(
                                files.uris().get(file),
                                files.names().get(file),
                                systems.value().value()),
                        files.names().get(file),
                        ExecutorRules.of(hash, rules.value()).intake()))
                .persist(StorageLevel.DISK_ONLY());
        this.read = stages.map(FileStage::slim).collect();
    }

    /** Reads all files once. */
    static CsvRows open(SparkSession spark, InputFiles files, String hash, Broadcast<HashMap<String, String>> rules) {
        return new CsvRows(spark, files, hash, rules);
    }

    private List<Integer> numbers() {
        return IntStream.range(0, files.uris().size()).boxed().toList();
    }

    /**
     * What the columns of all files hold.
     *
     * @throws JobRefused when a file is refused, or its columns do not mean what those of the first mean
     */
    TableHead head(ExecutorRules built) {
        Map<RowField, DayOrder> orders = new EnumMap<>(RowField.class);
        StagedTable first = null;
        for (int i = 0; i < read.size(); i++) {
            FileStage file = read.get(i);
            TableHead head = file.head();
            String name = files.names().get(i);
            if (head == null) {
                throw new JobRefused(String.valueOf(file.refusal()), file.help());
            }
            StagedTable table = head.table(built.intake());
            first = first == null ? table : first;
            if (!table.meansTheSame(first)) {
                throw new JobRefused(
                        "the columns of `" + name + "` and `" + files.names().get(0) + "` do not mean the same",
                        "run one job for each kind of report");
            }
            head.orders().forEach((field, order) -> {
                DayOrder other = orders.putIfAbsent(field, order);
                if (other != null && other != order) {
                    throw new JobRefused(
                            "`" + name + "` writes days as " + order.form() + " and another file as " + other.form(),
                            "run one job for each of them, or write the days as `2026-03-02`");
                }
            });
        }
        return Objects.requireNonNull(read.get(0).head()).with(orders);
    }

    /** What became of the rows that do not come to tasks. */
    RowCounts counts() {
        return read.stream().map(FileStage::counts).reduce(RowCounts.NONE, RowCounts::plus);
    }

    /** The rows that cannot be split into cells, as rows of {@link OutRows}. */
    Dataset<Row> rejected() {
        return spark.createDataFrame(stages.flatMap(stage -> stage.rejected().iterator()), OutRows.SCHEMA);
    }

    /** Every other row as its file, its number, and a text for each column of the table of a head. */
    Dataset<Row> of(TableHead head, StagedTable table) {
        StructType schema = new StructType().add("file", DataTypes.IntegerType).add("row", DataTypes.LongType);
        for (int i = 0; i < table.columns().size(); i++) {
            schema = schema.add("c" + i, DataTypes.StringType);
        }
        CsvTask task = new CsvTask(files.uris(), files.names(), hadoop, hash, rules, head);
        return spark.createDataset(numbers(), Encoders.INT())
                .repartition(files.uris().size())
                .mapPartitions(task, Encoders.row(schema));
    }
}
