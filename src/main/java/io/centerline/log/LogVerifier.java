package io.centerline.log;

import io.centerline.log.LogFault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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

    /** Fetches consistency proofs. The source need not be trusted, since each proof is checked. */
    @FunctionalInterface
    public interface Growth {
        /** The hashes of a consistency proof between two sizes (RFC 9162, section 2.1.4). */
        List<TreeHash> between(long from, long to);
    }

    /**
     * Checks that the log behind what was verified continues an earlier checkpoint, without the leaves between them.
     *
     * @param note the signed note of the earlier checkpoint
     * @return what was verified, with the earlier checkpoint among those continued, or the fault
     */
    public Verdict continues(Verdict.Verified verified, byte[] note, Growth growth) {
        Checkpoint now = verified.checkpoint();
        long size = 0;
        try {
            Checkpoint earlier = TrustedCheckpoints.given(now, note, keys);
            size = earlier.size();
            if (size > now.size()) {
                return LogFault.of(
                        Kind.TRUNCATED,
                        "the checkpoint given covers " + size + " leaves, the log's own only " + now.size(),
                        "keep both checkpoints: together they prove that leaves are gone");
            }
            boolean between = size > 0 && size < now.size();
            ProofCheck.consistency(
                    size,
                    now.size(),
                    earlier.root(),
                    now.root(),
                    between ? growth.between(size, now.size()) : List.of());
        } catch (TrustedCheckpoints.Unfit unfit) {
            return unfit.fault();
        } catch (ProofRefused refused) {
            return LogFault.of(
                    Kind.RESIGNED,
                    "the log is not shown to continue the checkpoint given over " + size + " leaves: "
                            + refused.getMessage(),
                    "keep both checkpoints; verify the whole export with `--since` to see where they part");
        }
        List<Long> continued = new ArrayList<>(verified.continued());
        if (size < now.size()) {
            continued.add(size);
        }
        return new Verdict.Verified(
                now,
                verified.from(),
                verified.to(),
                verified.facts(),
                continued,
                verified.unchanged() || size == now.size(),
                verified.records());
    }
}
