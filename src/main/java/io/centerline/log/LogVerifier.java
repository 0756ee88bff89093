package io.centerline.log;

import io.centerline.log.LogFault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Verifies an export: every leaf's hash, the order, the tree, the signatures. Trusts nothing but the keys it was given;
 * needs no network; memory does not grow with the export. Tells the first fault.
 */
public final class LogVerifier {
    private static final int LONGEST_HEADER = 1 << 20;

    private final Verifiers keys;
    private final Commitment commitment;

    /** Told now and then while leaves pass. */
    @FunctionalInterface
    public interface Progress {
        /**
         * So much is done.
         *
         * @param leaves read and hashed so far
         * @param bytes of the export read so far
         */
        void passed(long leaves, long bytes);
    }

    /**
     * One that believes these keys.
     *
     * @param commitment tells whether the facts beside an entry are those it commits to
     */
    public LogVerifier(Verifiers keys, Commitment commitment) {
        this.keys = keys;
        this.commitment = commitment;
    }

    /**
     * Verifies one export.
     *
     * @param export as {@link ExportHeader} and {@link ExportLine} print it
     * @param checkpoints signed notes from elsewhere or earlier that the same leaves must lead to; may be none
     * @throws IOException when the export cannot be read further
     */
    public Verdict verify(InputStream export, List<byte[]> checkpoints, Progress progress) throws IOException {
        LineBlocks blocks = new LineBlocks(export);
        Optional<byte[]> line = blocks.header(LONGEST_HEADER);
        Optional<ExportHeader> header = line.flatMap(ExportHeader::parse);
        if (header.isEmpty()) {
            return new LogFault(
                    Kind.MALFORMED,
                    -1,
                    1,
                    "line 1 is not the header of a journal export",
                    "give the export whole, from its first byte");
        }
        try (ExportVerification walk = new ExportVerification(
                header.get(), TrustedCheckpoints.of(header.get(), keys, checkpoints), blocks, commitment, progress)) {
            return walk.run();
        } catch (TrustedCheckpoints.Unfit unfit) {
            return unfit.fault();
        }
    }
}
