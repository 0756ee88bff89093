package io.centerline.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.StagedTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;

/** The rows of Parquet files. Used by the driver. */
final class ParquetRows {
    private static final int LOOKED_AT = 200;
    private static final int MOST_DAYS = 100_000;
    private static final Pattern DAY =
            Pattern.compile("[0-9]{1,4}[-/.][0-9A-Za-z]{1,9}[-/.][0-9]{1,4}.*|[0-9]{8}", Pattern.DOTALL);
    private static final List<DataType> PLAIN = List.of(
            DataTypes.StringType,
            DataTypes.DateType,
            DataTypes.ByteType,
            DataTypes.ShortType,
            DataTypes.IntegerType,
            DataTypes.LongType,
            DataTypes.BooleanType);

    private final InputFiles files;
    private final Dataset<Row> rows;
    private final List<StructField> fields;

    private ParquetRows(InputFiles files, Dataset<Row> rows) {
        this.files = files;
        this.rows = rows;
        this.fields = Arrays.asList(rows.schema().fields());
    }

    /**
     * Opens them.
     *
     * @throws JobRefused when a file is damaged, has other columns than the first one, or a column is no plain value
     */
    static ParquetRows open(SparkSession spark, InputFiles files) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        MessageType first = schema(files, 0, hadoop);
        for (int i = 1; i < files.uris().size(); i++) {
            if (!schema(files, i, hadoop).getFields().equals(first.getFields())) {
                throw new JobRefused(
                        "`" + files.names().get(i) + "` has other columns or types than `"
                                + files.names().get(0) + "`",
                        "run one job for each kind of file");
            }
        }
        ParquetRows opened =
                new ParquetRows(files, spark.read().parquet(files.uris().toArray(String[]::new)));
        for (StructField field : opened.fields) {
            if (!PLAIN.contains(field.dataType()) && !(field.dataType() instanceof DecimalType)) {
                throw new JobRefused(
                        "`" + files.names().get(0) + "`: column `" + field.name() + "` holds "
                                + field.dataType().simpleString() + ", which has no one form as text",
                        "write it as text, whole number, decimal or date");
            }
        }
        return opened;
    }

    private static MessageType schema(InputFiles files, int file, Configuration hadoop) {
        Path path = new Path(files.uris().get(file));
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop))) {
            return reader.getFooter().getFileMetaData().getSchema();
        } catch (IOException | RuntimeException damaged) {
            throw new JobRefused(
                    "`" + files.names().get(file) + "` is not readable as Parquet: " + damaged.getMessage(),
                    "the file is cut off or damaged; copy it again from its source");
        }
    }

    /** Titles and first rows, and rows that tell how days are written: enough to know what the columns hold. */
    TableHead head(RowIntake intake) {
        List<String> titles = fields.stream().map(StructField::name).toList();
        List<List<String>> head = new ArrayList<>();
        head.add(titles);
        List<Column> texts =
                new ArrayList<>(titles.stream().map(ParquetRows::text).toList());
        texts.add(0, col("_metadata.row_index"));
        rows.filter(number().equalTo(0).and(col("_metadata.row_index").lt(LOOKED_AT)))
                .select(texts.toArray(Column[]::new))
                .orderBy("row_index")
                .collectAsList()
                .forEach(row -> head.add(cells(row)));
        for (int i = 0; i < titles.size(); i++) {
            if (fields.get(i).dataType().equals(DataTypes.StringType) && holdsDays(head, i)) {
                addDays(head, i);
            }
        }
        return TableHead.of(head, intake, files.names().get(0));
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            cells.add(row.getString(i));
        }
        return cells;
    }

    /** Whether the first rows of a column look like days, such as {@code 3/2/2026}. */
    private static boolean holdsDays(List<List<String>> head, int column) {
        return head.stream()
                .skip(1)
                .map(row -> row.get(column).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .filter(text -> DAY.matcher(text).matches())
                .isPresent();
    }

    /** Adds a row for each text of a column of days. */
    private void addDays(List<List<String>> head, int column) {
        rows.select(
                        text(fields.get(column).name()).as("day"),
                        col("_metadata.row_index").as("row"))
                .groupBy("day")
                .agg(min("row").as("row"))
                .orderBy("row", "day")
                .limit(MOST_DAYS)
                .collectAsList()
                .forEach(row -> {
                    String[] cells = new String[fields.size()];
                    Arrays.fill(cells, "");
                    cells[column] = row.getString(0);
                    head.add(List.of(cells));
                });
    }

    /** Every row as its file, its number from 1, and a text for each column of a table. */
    Dataset<Row> of(StagedTable table) {
        List<Column> columns = new ArrayList<>();
        columns.add(number().as("file"));
        columns.add(col("_metadata.row_index").plus(1).as("row"));
        for (int i = 0; i < table.columns().size(); i++) {
            String title = table.columns().get(i).title();
            boolean present = fields.stream().anyMatch(field -> field.name().equals(title));
            columns.add((present ? text(title) : lit("")).as("c" + i));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    private Column number() {
        return FileNumbers.of(files).apply(col("_metadata.file_path"));
    }

    private static Column text(String title) {
        return coalesce(col("`" + title.replace("`", "``") + "`").cast("string"), lit(""));
    }
}
