package io.centerline.log;

import java.util.ArrayList;
import java.util.List;

/** A tree whose tiles lie in memory, stored as the journal stores them: leaves, and roots of full tiles. */
final class StoredTree implements Tiles {
    private final TreeHasher hasher = new TreeHasher();
    private final List<List<TreeHash>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    void append(TreeHash leaf) {
        levels.get(0).add(leaf);
        for (int level = 0; levels.get(level).size() % WIDTH == 0; level++) {
            if (level + 1 == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<TreeHash> full = levels.get(level);
            Frontier frontier = new Frontier();
            full.subList(full.size() - WIDTH, full.size()).forEach(frontier::append);
            levels.get(level + 1).add(frontier.root());
        }
    }

    void append(byte[] entry) {
        append(hasher.leaf(entry));
    }

    long size() {
        return levels.get(0).size();
    }

    Nodes nodes() {
        return nodes(size());
    }

    Nodes nodes(long size) {
        return new TileNodes(this, size);
    }

    @Override
    public List<TreeHash> read(int tileLevel, long begin, int count) {
        return List.copyOf(levels.get(tileLevel).subList((int) begin, (int) begin + count));
    }
}
