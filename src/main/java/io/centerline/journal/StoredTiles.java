package io.centerline.journal;

import io.centerline.log.Frontier;
import io.centerline.log.ProofBuilder;
import io.centerline.log.TileNodes;
import io.centerline.log.Tiles;
import io.centerline.log.TreeHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The log's hashes in the database: leaves stand with their decisions and records, roots of full tiles in a table of their own. */
final class StoredTiles implements Tiles {
    private final Handle handle;

    /** As one transaction sees them. */
    StoredTiles(Handle handle) {
        this.handle = handle;
    }

    /**
     * As {@link Tiles} has it.
     *
     * @throws LogAltered when a hash is not there that must be
     */
    @Override
    public List<TreeHash> read(int tileLevel, long begin, int count) {
        List<TreeHash> hashes = new ArrayList<>(count);
        select(tileLevel)
                .bind("begin", begin)
                .bind("end", begin + count)
                .map((row, context) -> new Placed(row.getLong(1), TreeHash.of(row.getBytes(2))))
                .forEach(placed -> {
                    if (placed.index() != begin + hashes.size()) {
                        throw missing(tileLevel, begin + hashes.size());
                    }
                    hashes.add(placed.hash());
                });
        if (hashes.size() != count) {
            throw missing(tileLevel, begin + hashes.size());
        }
        return hashes;
    }

    private Query select(int tileLevel) {
        if (tileLevel == 0) {
            return handle.createQuery("select index, leaf from decision where index >= :begin and index < :end"
                    + " union all select index, leaf from log_record where index >= :begin and index < :end"
                    + " order by index");
        }
        return handle.createQuery("select index, root from log_tile where level = :level and index >= :begin"
                        + " and index < :end order by index")
                .bind("level", tileLevel);
    }

    private record Placed(long index, TreeHash hash) {}

    private static LogAltered missing(int tileLevel, long index) {
        return new LogAltered(
                tileLevel == 0
                        ? "leaf " + index + " is missing in the tables `decision` and `log_record`"
                        : "root " + index + " of level " + tileLevel + " is missing in the table `log_tile`");
    }

    /**
     * Writes roots of tiles that have become full, lower levels first.
     *
     * @param size how many leaves there are
     * @param most how many roots at most, at least 1
     * @return whether all are written
     */
    boolean complete(long size, int most) {
        int left = most;
        for (int level = 1; size >>> (level * HEIGHT) > 0; level++) {
            long full = size >>> (level * HEIGHT);
            long begin = stored(level);
            int count = (int) Math.min(left, full - begin);
            write(level, begin, count);
            left -= count;
            if (begin + count < full) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is wrong with the roots of all levels whose leaves end within a stretch.
     *
     * @param signed how many leaves were signed: the roots over them were stored before, others may be missing
     */
    List<String> faults(long from, long to, long signed) {
        List<String> faults = new ArrayList<>();
        for (int level = 1; to >>> (level * HEIGHT) > 0; level++) {
            for (long tile = from >>> (level * HEIGHT); tile < to >>> (level * HEIGHT); tile++) {
                fault(level, tile, signed).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private Optional<String> fault(int level, long tile, long signed) {
        Optional<byte[]> stored = handle.createQuery("select root from log_tile where level = ? and index = ?")
                .bind(0, level)
                .bind(1, tile)
                .mapTo(byte[].class)
                .findOne();
        if (stored.isEmpty()) {
            return (tile + 1) << (level * HEIGHT) <= signed
                    ? Optional.of(String.valueOf(missing(level, tile).getMessage()))
                    : Optional.empty();
        }
        try {
            return TreeHash.of(stored.get()).equals(root(level - 1, tile))
                    ? Optional.empty()
                    : Optional.of((level == 1 ? "leaves " : "roots of level " + (level - 1) + " from ")
                            + (tile << HEIGHT) + " to " + (((tile + 1) << HEIGHT) - 1)
                            + " do not give the root that was signed");
        } catch (LogAltered missing) {
            return Optional.of(String.valueOf(missing.getMessage()));
        }
    }

    /** What is wrong with a checkpoint; empty when leaves and roots give the root it signed. */
    String fault(SignedCheckpoint checkpoint) {
        try {
            return ProofBuilder.root(checkpoint.size(), new TileNodes(this, checkpoint.size()))
                            .equals(checkpoint.root())
                    ? ""
                    : "the first " + checkpoint.size() + " leaves do not give the root that was signed";
        } catch (LogAltered missing) {
            return String.valueOf(missing.getMessage());
        }
    }

    private long stored(int level) {
        return handle.createQuery("select coalesce(max(index), -1) + 1 from log_tile where level = ?")
                .bind(0, level)
                .mapTo(Long.class)
                .one();
    }

    private void write(int level, long begin, int count) {
        if (count <= 0) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into log_tile (level, index, root) values (?, ?, ?)");
        for (long tile = begin; tile < begin + count; tile++) {
            batch.bind(0, level)
                    .bind(1, tile)
                    .bind(2, root(level - 1, tile).toBytes())
                    .add();
        }
        batch.execute();
    }

    private TreeHash root(int below, long tile) {
        Frontier frontier = new Frontier();
        read(below, tile << HEIGHT, WIDTH).forEach(frontier::append);
        return frontier.root();
    }
}
