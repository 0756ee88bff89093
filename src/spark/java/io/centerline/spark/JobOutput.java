package io.centerline.spark;

import static org.apache.spark.sql.functions.col;

import io.centerline.batch.RowCounts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The folder that a job writes: {@code decisions} with a folder for each Center, {@code rejects}, and last the empty file
 * {@code _SUCCESS}. A job that fails removes it.
 */
final class JobOutput {
    private final Path folder;
    private final FileSystem files;

    private JobOutput(Path folder, FileSystem files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Begins an output.
     *
     * @throws JobRefused when there is something already
     * @throws IOException when the file system cannot be asked
     */
    static JobOutput begin(String uri, Configuration hadoop) throws IOException {
        Path folder = new Path(uri);
        FileSystem files = folder.getFileSystem(hadoop);
        if (files.exists(folder)) {
            throw new JobRefused("`--output " + uri + "` exists", "name a folder that does not exist");
        }
        return new JobOutput(folder, files);
    }

    /**
     * Writes what tasks gave.
     *
     * @param placed rows of {@link OutRows}
     * @param before what became of rows before they came to tasks
     * @return what was written, for people
     */
    String write(Dataset<Row> placed, RowCounts before) throws IOException {
        boolean written = false;
        Dataset<Row> kept = placed.persist(StorageLevel.DISK_ONLY());
        try {
            kept.filter(col("reject").isNotNull())
                    .select("reject.*")
                    .write()
                    .parquet(new Path(folder, "rejects").toString());
            kept.filter(col("decision").isNotNull())
                    .select("decision.*")
                    .write()
                    .partitionBy("center")
                    .parquet(new Path(folder, "decisions").toString());
            RowCounts counts = before;
            for (Row row :
                    kept.filter(col("counts").isNotNull()).select("counts.*").collectAsList()) {
                counts = counts.plus(OutRows.counts(row));
            }
            List<Row> centers = kept.filter(col("decision").isNotNull())
                    .groupBy("decision.center")
                    .count()
                    .orderBy("center")
                    .collectAsList();
            files.create(new Path(folder, "_SUCCESS")).close();
            written = true;
            return summary(counts, centers);
        } finally {
            if (!written) {
                files.delete(folder, true);
            }
            kept.unpersist();
        }
    }

    private static String summary(RowCounts counts, List<Row> centers) {
        StringBuilder text = new StringBuilder();
        line(text, "rows read", counts.read());
        line(text, "  counted", counts.counted());
        line(text, "  set aside", counts.setAside());
        line(text, "  rejected", counts.rejected());
        line(
                text,
                "importers",
                centers.stream().mapToLong(row -> row.getLong(1)).sum());
        centers.forEach(row -> line(text, "  " + row.getString(0), row.getLong(1)));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, long number) {
        text.append(String.format(Locale.ROOT, "%-12s %,15d%n", name, number));
    }
}
