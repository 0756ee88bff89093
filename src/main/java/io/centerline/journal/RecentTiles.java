package io.centerline.journal;

import io.centerline.log.Tiles;
import io.centerline.log.TreeHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The roots of full tiles read last. They never change, and what is made of them is held to a signed root, so a proof from memory
 * is as good as one from the database; where one does not fit, all are to be forgotten, since one may have been read while it was
 * altered. Leaves are always read: that one was altered shall be noticed. Thread-safe.
 */
final class RecentTiles {
    private record Key(int tileLevel, long begin, int count) {}

    private final int most;
    // In the order of last use, the longest ago first.
    private final Map<Key, List<TreeHash>> tiles = new LinkedHashMap<>(16, 0.75f, true);

    /** Keeps at most so many tiles. */
    RecentTiles(int most) {
        this.most = most;
    }

    /** The tiles of a database, those read last from memory. */
    Tiles over(Tiles stored) {
        return (tileLevel, begin, count) ->
                tileLevel == 0 ? stored.read(tileLevel, begin, count) : read(stored, new Key(tileLevel, begin, count));
    }

    /** Forgets all of them, for when one of them may have been altered in the database when it was read. */
    void forget() {
        synchronized (tiles) {
            tiles.clear();
        }
    }

    private List<TreeHash> read(Tiles stored, Key key) {
        synchronized (tiles) {
            List<TreeHash> known = tiles.get(key);
            if (known != null) {
                return known;
            }
        }
        List<TreeHash> read = List.copyOf(stored.read(key.tileLevel(), key.begin(), key.count()));
        synchronized (tiles) {
            tiles.put(key, read);
            if (tiles.size() > most) {
                tiles.remove(tiles.keySet().iterator().next());
            }
        }
        return read;
    }
}
