package io.centerline.spark;

import io.centerline.batch.RowCounts;
import io.centerline.facts.Issue;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.StagedFile;
import io.centerline.intake.rows.StagedRows;
import io.centerline.intake.rows.TableHeader;
import io.centerline.intake.sheet.EntryRow;
import java.io.EOFException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a first reading of a file of separated values tells. Immutable.
 *
 * @param head what its columns hold; null when it is refused
 * @param titles rows above its header, and rows that repeat it
 * @param sums rows that add others up
 * @param rejected rows that cannot be split into cells, as rows of {@link OutRows}
 * @param refusal why the whole file is refused; null when it is not
 * @param help how to mend that
 */
record FileStage(
        @Nullable TableHead head,
        long titles,
        long sums,
        ArrayList<Row> rejected,
        long broken,
        @Nullable String refusal,
        String help)
        implements Serializable {

    /** Reads a file. */
    static FileStage of(CsvFile file, String name, RowIntake intake) {
        List<List<String>> rows = new ArrayList<>();
        ArrayList<Row> rejected = new ArrayList<>();
        StagedFile staged;
        try {
            staged = file.stage(intake, Nobody.TAKER, new Rejecting(name, rejected), rows);
        } catch (IOException failed) {
            boolean cut = failed instanceof EOFException || failed instanceof ZipException;
            return refused(
                    "`" + name + "` cannot be read to its end: " + failed.getMessage(),
                    cut ? "the file is cut off or damaged; copy it again from its source" : "");
        }
        if (staged instanceof StagedFile.Refused refused) {
            Issue first = refused.issues().get(0);
            int more = refused.issues().size() - 1;
            return refused(
                    "`" + name + "`: " + first.message() + (more == 0 ? "" : ", and " + more + " more"), first.help());
        }
        StagedFile.Staged read = (StagedFile.Staged) staged;
        return new FileStage(
                new TableHead(rows, read.orders()), read.titles(), read.sums(), rejected, rejected.size(), null, "");
    }

    private static FileStage refused(String message, String help) {
        return new FileStage(null, 0, 0, new ArrayList<>(), 0, message, help);
    }

    /** The same without the rows that it rejects, for the driver. */
    FileStage slim() {
        return new FileStage(head, titles, sums, new ArrayList<>(), broken, refusal, help);
    }

    /** What became of the rows that do not come to tasks. */
    RowCounts counts() {
        return new RowCounts(0, Map.of(), titles, sums, 0, broken);
    }

    /** Keeps rows that are rejected. */
    private record Rejecting(String name, List<Row> rejected) implements RejectedRows {
        @Override
        public void begin(List<String> titles) {
            // Their cells stand in the order of the file.
        }

        @Override
        public void reject(EntryRow row, String reason, String remedy) {
            List<String> cells = row.written().isEmpty() ? row.cells() : row.written();
            rejected.add(OutRows.reject(name, row.number(), reason, remedy, cells));
        }
    }

    private enum Nobody implements StagedRows {
        TAKER;

        @Override
        public void begin(TableHeader header) {
            // What the whole reading says of the file is wanted.
        }

        @Override
        public void take(long number, List<String> cells, String count) {
            // The second reading takes them.
        }
    }
}
