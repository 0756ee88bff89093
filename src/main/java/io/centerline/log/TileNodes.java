package io.centerline.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes worked out from tiles: only every eighth level is stored, what lies between is hashed anew. Remembers the tiles it
 * read, so it is for one proof or a few over one tree. Not thread-safe.
 */
public final class TileNodes implements Nodes {
    private final Tiles tiles;
    private final long size;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<Subtree, List<List<TreeHash>>> read = new HashMap<>();

    /** Over a tree of {@code size} leaves of which every full tile's root is stored. */
    public TileNodes(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public TreeHash node(int level, long index) {
        if (index < 0 || index >= size >>> level) {
            throw new IllegalArgumentException("no complete subtree " + index + " of height " + level + " in " + size);
        }
        int tileLevel = level / Tiles.HEIGHT;
        int within = level % Tiles.HEIGHT;
        long tile = index >>> (Tiles.HEIGHT - within);
        return pyramid(new Subtree(tileLevel, tile)).get(within).get((int) (index - (tile << (Tiles.HEIGHT - within))));
    }

    /** The tile's hashes, above them the hashes of their pairs, and so on. */
    private List<List<TreeHash>> pyramid(Subtree tile) {
        return read.computeIfAbsent(tile, this::build);
    }

    private List<List<TreeHash>> build(Subtree tile) {
        long begin = tile.index() << Tiles.HEIGHT;
        long stored = size >>> (tile.level() * Tiles.HEIGHT);
        List<List<TreeHash>> levels = new ArrayList<>(Tiles.HEIGHT);
        levels.add(tiles.read(tile.level(), begin, (int) Math.min(Tiles.WIDTH, stored - begin)));
        while (levels.size() < Tiles.HEIGHT) {
            levels.add(pairs(levels.get(levels.size() - 1)));
        }
        return levels;
    }

    private List<TreeHash> pairs(List<TreeHash> below) {
        List<TreeHash> above = new ArrayList<>(below.size() / 2);
        for (int i = 0; i + 1 < below.size(); i += 2) {
            above.add(hasher.node(below.get(i), below.get(i + 1)));
        }
        return above;
    }
}
