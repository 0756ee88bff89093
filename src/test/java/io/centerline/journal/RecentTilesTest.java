package io.centerline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.log.Tiles;
import io.centerline.log.TreeHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTilesTest {
    private final List<String> asked = new ArrayList<>();
    private final Tiles stored = (tileLevel, begin, count) -> {
        asked.add(tileLevel + "/" + begin + "/" + count);
        return new ArrayList<>(Collections.nCopies(count, hash(tileLevel, begin)));
    };
    private final Tiles tiles = new RecentTiles(2).over(stored);

    @Test
    void read_rootsAgain_comeFromMemory() {
        List<TreeHash> first = tiles.read(1, 256, 256);

        assertThat(tiles.read(1, 256, 256)).isEqualTo(first).containsOnly(hash(1, 256));
        assertThat(tiles.read(1, 512, 3)).hasSize(3).containsOnly(hash(1, 512));
        assertThat(asked).containsExactly("1/256/256", "1/512/3");
    }

    @Test
    void read_leavesAgain_areAskedForEachTime() {
        tiles.read(0, 256, 256);
        tiles.read(0, 256, 256);

        assertThat(asked).containsExactly("0/256/256", "0/256/256");
    }

    @Test
    void read_moreThanAreKept_forgetsTheOneUsedLongestAgo() {
        tiles.read(1, 0, 256);
        tiles.read(1, 256, 256);
        tiles.read(1, 0, 256);
        tiles.read(2, 0, 9);
        asked.clear();

        tiles.read(1, 0, 256);
        tiles.read(1, 256, 256);

        assertThat(asked).containsExactly("1/256/256");
    }

    private static TreeHash hash(int tileLevel, long begin) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) tileLevel;
        bytes[1] = (byte) (begin >>> 8);
        return TreeHash.of(bytes);
    }
}
