package io.centerline.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows of Parquet files. */
final class ParquetRows {
    private ParquetRows() {}

    /**
     * The titles of the columns, which all files share.
     *
     * @throws JobRefused when a file is damaged or has other columns than the first one
     */
    static List<String> titles(InputFiles files, Configuration hadoop) {
        MessageType first = schema(files.uris().get(0), hadoop);
        for (String uri : files.uris()) {
            MessageType schema = schema(uri, hadoop);
            if (!schema.getFields().equals(first.getFields())) {
                throw new JobRefused(
                        "`" + uri + "` has other columns or types than `"
                                + files.uris().get(0) + "`",
                        "run one job for each kind of file");
            }
        }
        return first.getFields().stream().map(field -> field.getName()).toList();
    }

    private static MessageType schema(String uri, Configuration hadoop) {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(new Path(uri), hadoop))) {
            return reader.getFooter().getFileMetaData().getSchema();
        } catch (IOException | RuntimeException damaged) {
            throw new JobRefused(
                    "`" + uri + "` is not readable as Parquet: " + damaged.getMessage(), "write or copy it again");
        }
    }

    /**
     * Every row as its file, its number from 1 and its cells as texts.
     *
     * @param titles the columns to read, in this order
     */
    static Dataset<Row> read(SparkSession spark, InputFiles files, List<String> titles) {
        Column[] cells = titles.stream()
                .map(title -> coalesce(col("`" + title.replace("`", "``") + "`").cast("string"), lit("")))
                .toArray(Column[]::new);
        return spark.read()
                .parquet(files.uris().toArray(String[]::new))
                .select(
                        FileNumbers.of(files).apply(col("_metadata.file_path")).as("file"),
                        col("_metadata.row_index").plus(1).as("row"),
                        array(cells).as("cells"));
    }
}
