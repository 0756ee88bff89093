package io.centerline.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.ShippedRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Places the importers of files on a Spark cluster. {@code spark-submit} runs it. */
public final class PlaceJob {
    private static final StructType DECISIONS = new StructType()
            .add("importer", DataTypes.StringType)
            .add("center", DataTypes.StringType)
            .add("status", DataTypes.StringType)
            .add("decision", DataTypes.StringType);

    private PlaceJob() {}

    /** Runs the job; what it cannot do as asked ends it with exit code 2 and one message. */
    public static void main(String... arguments) throws IOException {
        try {
            run(JobOptions.of(arguments));
        } catch (JobRefused refused) {
            System.err.println(
                    "error: " + refused.getMessage() + (refused.help().isEmpty() ? "" : "\n  help: " + refused.help()));
            System.exit(2);
        }
    }

    private static void run(JobOptions options) throws IOException {
        RuleFiles rules = rules(options);
        try (SparkSession spark = SparkSession.builder()
                .appName("Centerline")
                .config("spark.sql.caseSensitive", true)
                .getOrCreate()) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            InputFiles files = InputFiles.find(options.inputs(), hadoop);
            List<String> titles = ParquetRows.titles(files, hadoop);
            Broadcast<HashMap<String, String>> sources =
                    new JavaSparkContext(spark.sparkContext()).broadcast(new HashMap<>(rules.texts()));
            Dataset<Row> rows = ParquetRows.read(spark, files, titles);
            Dataset<Row> grouped = rows.select(
                            substring(col("cells").getItem(titles.indexOf("Importer Number")), 1, 10)
                                    .as("key"),
                            col("file"),
                            col("row"),
                            col("cells"))
                    .repartition(col("key"))
                    .sortWithinPartitions("key", "file", "row");
            grouped.mapPartitions(
                            new PlaceGroups(rules.hash(), sources, titles, options.asOf(), options.explain()),
                            Encoders.row(DECISIONS))
                    .write()
                    .partitionBy("center")
                    .parquet(options.output());
        }
    }

    /** The rules, checked before the cluster is asked for anything. */
    private static RuleFiles rules(JobOptions options) {
        String folder = options.rules();
        try {
            RuleFiles files = folder == null ? ShippedRules.read().rules() : RuleFiles.read(Path.of(folder));
            return Rulebook.of(files).files();
        } catch (RulebookException | UncheckedIOException unsound) {
            throw new JobRefused(String.valueOf(unsound.getMessage()).stripTrailing(), "");
        }
    }
}
