package io.centerline.journal;

import io.centerline.log.Checkpoint;
import io.centerline.log.ExportHeader;
import io.centerline.log.Nodes;
import io.centerline.log.ProofBuilder;
import io.centerline.log.ProofCheck;
import io.centerline.log.ProofRefused;
import io.centerline.log.SigningKey;
import io.centerline.log.TileNodes;
import io.centerline.log.TreeHash;
import io.centerline.log.VerifierKey;
import io.centerline.store.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * The log over the recorded decisions: signs checkpoints and makes proofs. It only ever continues what it signed before;
 * when the rows no longer give an earlier root it signs nothing more. Safe for any number of threads and replicas.
 */
public final class TransparencyLog {
    /** Roots of tiles written in one transaction, each over 256 hashes. */
    private static final int TILES_AT_ONCE = 64;

    /** Tiles of roots kept in memory, each of about 20 KB; one holds the roots over 65,536 leaves. */
    private static final int TILES_REMEMBERED = 256;

    private final LogStore store;
    private final LogRecords records;
    private final List<SigningKey> keys;
    private final String origin;
    private final Clock clock;
    private final RecentTiles recent = new RecentTiles(TILES_REMEMBERED);

    private TransparencyLog(LogStore store, LogRecords records, List<SigningKey> keys, String origin, Clock clock) {
        this.store = store;
        this.records = records;
        this.keys = keys;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Opens the database's log, and signs what the keys have not signed yet.
     *
     * @throws LogRefused when the keys cannot be read or are not the log's
     */
    public static TransparencyLog open(LogStore store, LogRecords records, LogKeys keys, Clock clock)
            throws LogRefused {
        String origin = store.ask(LogTables::origin);
        List<SigningKey> own = keys.of(origin);
        Optional<SignedCheckpoint> newest = store.ask(LogTables::newest);
        keys.requireOneOf(own, newest);
        TransparencyLog log = new TransparencyLog(store, records, own, origin, clock);
        log.advance(last -> own.stream().allMatch(key -> LogKeys.signed(key, last)));
        return log;
    }

    /** Names the log, in its checkpoints. */
    public String origin() {
        return origin;
    }

    /** What verifies its checkpoints, one for each key. */
    public List<VerifierKey> verifiers() {
        return keys.stream().map(SigningKey::verifier).toList();
    }

    /**
     * The newest checkpoint.
     *
     * @throws StoreUnavailable when the database does not answer
     */
    public SignedCheckpoint newest() {
        return store.ask(LogTables::newest).orElseThrow(() -> new LogAltered("the table `checkpoint` is empty"));
    }

    /**
     * Signs a checkpoint over everything recorded, unless the newest covers it.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the rows contradict the newest checkpoint
     */
    public SignedCheckpoint advance() {
        return advance(last -> true);
    }

    /** Signs unless the newest checkpoint covers everything and is good enough. */
    private SignedCheckpoint advance(Predicate<SignedCheckpoint> good) {
        Optional<SignedCheckpoint> signed;
        do {
            signed = store.ask(handle -> step(handle, good));
        } while (signed.isEmpty());
        return signed.get();
    }

    /** One short transaction: some tiles, and once all are written the signature. */
    private Optional<SignedCheckpoint> step(Handle handle, Predicate<SignedCheckpoint> good) {
        LogTables.takeTurn(handle);
        Optional<SignedCheckpoint> newest = LogTables.newest(handle);
        long size = LogTables.recorded(handle);
        if (newest.isPresent() && newest.get().size() == size && good.test(newest.get())) {
            return newest;
        }
        if (newest.isPresent() && newest.get().size() > size) {
            throw new LogAltered("the log signed " + newest.get().size()
                    + " leaves, the tables `decision` and `log_record` hold " + size);
        }
        StoredTiles tiles = new StoredTiles(handle);
        if (!tiles.complete(size, TILES_AT_ONCE)) {
            return Optional.empty();
        }
        Nodes nodes = new TileNodes(tiles, size);
        newest.ifPresent(last -> requireContinued(last, nodes));
        TreeHash root = ProofBuilder.root(size, nodes);
        byte[] note = new Checkpoint(origin, size, root).sign(keys);
        SignedCheckpoint signed = new SignedCheckpoint(
                size, root, clock.instant().truncatedTo(ChronoUnit.MILLIS), new String(note, StandardCharsets.UTF_8));
        LogTables.keep(handle, signed);
        return Optional.of(signed);
    }

    private static void requireContinued(SignedCheckpoint last, Nodes nodes) {
        TreeHash root = ProofBuilder.root(last.size(), nodes);
        if (!root.equals(last.root())) {
            throw new LogAltered("the first " + last.size() + " leaves give root `" + root.base64()
                    + "`, the log signed `" + last.root().base64() + "`");
        }
    }

    /**
     * Proves that a recorded decision is in the log; signs a checkpoint first when none covers it.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the decision is not what the log signed
     */
    public InclusionProof prove(Recorded recorded) {
        return prove(recorded.index(), requireHash(recorded));
    }

    /**
     * The same for a leaf that is no decision.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the record is not what the log signed
     */
    public InclusionProof prove(StoredRecord record) {
        return prove(record.index(), record.checked().leaf());
    }

    private InclusionProof prove(long index, TreeHash leaf) {
        SignedCheckpoint newest = newest();
        SignedCheckpoint covering = newest.size() > index ? newest : advance();
        return checked("leaf " + index, () -> {
            List<TreeHash> hashes =
                    store.ask(handle -> ProofBuilder.inclusion(index, covering.size(), nodes(handle, covering.size())));
            ProofCheck.inclusion(index, covering.size(), leaf, hashes, covering.root());
            return new InclusionProof(covering, index, leaf, hashes);
        });
    }

    private interface Attempt<T> {
        T make() throws ProofRefused;
    }

    /**
     * A proof that held its own check. One that does not may come from a tile read while it was altered, so it is made once
     * more from the database.
     */
    private <T> T checked(String what, Attempt<T> proof) {
        try {
            return proof.make();
        } catch (ProofRefused fromMemory) {
            recent.forget();
        }
        try {
            return proof.make();
        } catch (ProofRefused fromDatabase) {
            // Neither shall what was just read outlast its repair.
            recent.forget();
            throw new LogAltered(what + ": " + fromDatabase.getMessage());
        }
    }

    private static TreeHash requireHash(Recorded recorded) {
        LeafCheck.body(recorded.index(), recorded.draft().body(), recorded.leaf());
        return TreeHash.of(recorded.leaf());
    }

    /**
     * An export of the leaves {@code [from, to)} under a checkpoint.
     *
     * @param facts whether unmasked facts go with it
     * @throws IllegalArgumentException unless {@code 0 <= from <= to <=} the checkpoint's size
     * @throws StoreUnavailable when the database does not answer
     */
    public LogExport export(SignedCheckpoint checkpoint, long from, long to, boolean facts) {
        byte[] note = checkpoint.note().getBytes(StandardCharsets.UTF_8);
        ExportHeader header = store.ask(handle -> ExportHeader.of(
                note, checkpoint.size(), from, to, stored(handle, checkpoint), LogTables.records(handle, from, to)));
        return new LogExport(store, records, header.print(), from, to, facts);
    }

    /**
     * Proves that the log only grew from one size to another.
     *
     * @throws IllegalArgumentException unless {@code 0 <= from <= to}, and {@code to} is covered by the newest checkpoint
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the stored tree is not what the log signed
     */
    public ConsistencyProof proveGrowth(long from, long to) {
        SignedCheckpoint newest = newest();
        return checked("the tree of " + to + " leaves", () -> growth(from, to, newest));
    }

    /** Holds the proof to the newest checkpoint too: else the roots it names would be as altered as itself. */
    private ConsistencyProof growth(long from, long to, SignedCheckpoint newest) throws ProofRefused {
        Grown grown = store.ask(handle -> {
            Nodes nodes = nodes(handle, newest.size());
            return new Grown(
                    new ConsistencyProof(
                            from,
                            to,
                            ProofBuilder.root(from, nodes),
                            ProofBuilder.root(to, nodes),
                            ProofBuilder.consistency(from, to, nodes)),
                    ProofBuilder.consistency(to, newest.size(), nodes));
        });
        ConsistencyProof proof = grown.proof();
        ProofCheck.consistency(from, to, proof.earlier(), proof.later(), proof.hashes());
        ProofCheck.consistency(to, newest.size(), proof.later(), newest.root(), grown.toNewest());
        return proof;
    }

    private record Grown(ConsistencyProof proof, List<TreeHash> toNewest) {}

    private Nodes nodes(Handle handle, long size) {
        return new TileNodes(recent.over(new StoredTiles(handle)), size);
    }

    /** From the database alone: nothing here holds an export's hashes to the signed root. */
    private static Nodes stored(Handle handle, SignedCheckpoint checkpoint) {
        return new TileNodes(new StoredTiles(handle), checkpoint.size());
    }
}
