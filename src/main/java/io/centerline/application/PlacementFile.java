package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.intake.Intake;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.RowFile;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.EntryRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** A file of entry lines whose importers are placed as a batch, each by itself. Not thread-safe. */
public final class PlacementFile {
    private final PlacementBatch batch;
    private final RowIntake intake;
    private final RowFile file;
    private final LocalDate asOf;
    private final byte[] hash;
    private final List<Intake.Accepted> cases;
    private final RowAccount account;

    /** Takes the rows that were rejected, one at a time. */
    @FunctionalInterface
    public interface Rejects {
        /** A row, by its number, and what is wrong with it. */
        void reject(long row, List<Issue> issues);
    }

    private PlacementFile(
            PlacementBatch batch,
            RowIntake intake,
            RowFile file,
            LocalDate asOf,
            byte[] hash,
            FileIntake.Accepted read) {
        this.batch = batch;
        this.intake = intake;
        this.file = file;
        this.asOf = asOf;
        this.hash = hash.clone();
        this.cases = read.cases();
        this.account = read.reading().account();
    }

    /**
     * Reads a file.
     *
     * @param hash of its content
     * @throws RefusedException when it cannot be read, or has no rows
     * @throws IOException when its bytes cannot be read
     */
    static PlacementFile read(PlacementBatch batch, RowIntake intake, RowFile file, LocalDate asOf, byte[] hash)
            throws IOException {
        FileIntake read = intake.read(file, RowOptions.LENIENT, asOf, RejectedRows.NOBODY);
        return new PlacementFile(batch, intake, file, asOf, hash, FilePlacements.accepted(read));
    }

    /** How many importers it has. */
    public int size() {
        return cases.size();
    }

    /** How many of its rows are titles or totals. */
    public long setAside() {
        return account.titles() + account.sums();
    }

    /** How many rows the lines of an importer stand for; importers are counted from 0. */
    public long rows(int importer) {
        return account.rowsOfLines().get(importer).all();
    }

    /** The number of an importer, masked where it is a social security number. */
    public String importer(int importer) {
        return cases.get(importer).facts().importer().number().masked();
    }

    /** An importer as a request of the batch. */
    public AskedPlacement asked(int importer) {
        return batch.ask(importer + 1L, cases.get(importer), hash);
    }

    /**
     * Reads the file once more for the rows that were rejected, where there are any.
     *
     * @throws IOException when its bytes cannot be read
     */
    public void rejects(Rejects rejects) throws IOException {
        if (account.rejected() == 0) {
            return;
        }
        intake.read(file, RowOptions.LENIENT, asOf, new RejectedRows() {
            @Override
            public void begin(List<String> titles) {}

            @Override
            public void reject(EntryRow row, String reason, String remedy) {}

            @Override
            public void reject(EntryRow row, List<Issue> issues, String reason, String remedy) {
                rejects.reject(row.number(), issues);
            }
        });
    }
}
