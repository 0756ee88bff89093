package io.centerline.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.centerline.batch.ImporterText;
import io.centerline.batch.RowCounts;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.StagedTable;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.ShippedRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Places the importers of files on a Spark cluster. {@code spark-submit} runs it. */
public final class PlaceJob {
    private final JobOptions options;
    private final RuleFiles rules;
    private final SparkSession spark;

    private PlaceJob(JobOptions options, RuleFiles rules, SparkSession spark) {
        this.options = options;
        this.rules = rules;
        this.spark = spark;
    }

    /** Runs the job; what it cannot do as asked ends it with exit code 2 and one message. */
    public static void main(String... arguments) throws IOException {
        try {
            JobOptions options = JobOptions.of(arguments);
            RuleFiles rules = rules(options);
            try (SparkSession spark = SparkSession.builder()
                    .appName("Centerline")
                    .config("spark.sql.caseSensitive", true)
                    .getOrCreate()) {
                System.out.print(new PlaceJob(options, rules, spark).run());
            }
        } catch (JobRefused refused) {
            System.err.println(
                    "error: " + refused.getMessage() + (refused.help().isEmpty() ? "" : "\n  help: " + refused.help()));
            System.exit(2);
        }
    }

    private String run() throws IOException {
        JobOutput output =
                JobOutput.begin(options.output(), spark.sparkContext().hadoopConfiguration());
        InputFiles files =
                InputFiles.find(options.inputs(), spark.sparkContext().hadoopConfiguration());
        ExecutorRules built = ExecutorRules.of(rules.hash(), rules.texts());
        LocalDate first = built.rulebook().firstCoveredDay();
        if (options.asOf().isBefore(first)) {
            throw new JobRefused(
                    "`--as-of " + options.asOf() + "` is before " + first + ", the first day that the rules cover", "");
        }
        Broadcast<HashMap<String, String>> sources =
                new JavaSparkContext(spark.sparkContext()).broadcast(new HashMap<>(rules.texts()));
        if (files.parquet()) {
            ParquetRows parquet = ParquetRows.open(spark, files);
            TableHead head = parquet.head(built.intake());
            StagedTable table = head.table(built.intake());
            return output.write(placed(parquet.of(table), table, head, files, sources), RowCounts.NONE);
        }
        CsvRows csv = CsvRows.open(spark, files, rules.hash(), sources);
        TableHead head = csv.head(built);
        StagedTable table = head.table(built.intake());
        return output.write(
                placed(csv.of(head, table), table, head, files, sources).union(csv.rejected()), csv.counts());
    }

    private Dataset<Row> placed(
            Dataset<Row> rows,
            StagedTable table,
            TableHead head,
            InputFiles files,
            Broadcast<HashMap<String, String>> sources) {
        FilePlaces places = new FilePlaces(files.names(), files.parquet());
        return grouped(rows, table)
                .mapPartitions(
                        new GroupTask(rules.hash(), sources, head, places, options.asOf(), options.explain()),
                        Encoders.row(OutRows.SCHEMA));
    }

    /** The rows with the key of their EIN; all rows of one stand together, in the order of the files. */
    private static Dataset<Row> grouped(Dataset<Row> rows, StagedTable table) {
        List<StagedTable.Column> columns = table.columns();
        int importer = 0;
        while (columns.get(importer).field() != RowField.IMPORTER) {
            importer++;
        }
        Column key = udf((UDF1<String, String>) ImporterText::key, DataTypes.StringType)
                .apply(col("c" + importer));
        return rows.select(key.as("key"), col("*")).repartition(col("key")).sortWithinPartitions("key", "file", "row");
    }

    /** The rules, checked before the cluster is asked for anything. */
    private static RuleFiles rules(JobOptions options) {
        String folder = options.rules();
        try {
            RuleFiles files = folder == null ? ShippedRules.read().rules() : RuleFiles.read(Path.of(folder));
            ExecutorRules.of(files.hash(), files.texts());
            return files;
        } catch (RulebookException | UncheckedIOException unsound) {
            throw new JobRefused(String.valueOf(unsound.getMessage()).stripTrailing(), "");
        }
    }
}
