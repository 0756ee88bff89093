package io.centerline.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofPathTest {

    @Test
    void of_everyLeafOfSmallTrees_endsAtTheRoot() {
        List<byte[]> entries = new ArrayList<>();
        for (int size = 1; size <= 33; size++) {
            entries.add(("entry " + size).getBytes(StandardCharsets.UTF_8));
            TreeHash root = TreeHash.of(NaiveTree.root(entries));
            for (int index = 0; index < size; index++) {
                TreeHash leaf = new TreeHasher().leaf(entries.get(index));
                List<TreeHash> proof = NaiveTree.path(index, entries).stream()
                        .map(TreeHash::of)
                        .toList();

                List<ProofPath.Hop> hops = ProofPath.of(index, size, leaf, proof);

                assertThat(hops).hasSameSizeAs(proof);
                assertThat(hops.isEmpty() ? leaf : hops.get(hops.size() - 1).result())
                        .as("leaf %d of %d", index, size)
                        .isEqualTo(root);
            }
        }
    }
}
