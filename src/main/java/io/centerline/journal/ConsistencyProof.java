package io.centerline.journal;

import io.centerline.log.TreeHash;
import java.util.List;

/**
 * That the log only grew between two sizes.
 *
 * @param from leaves of the earlier tree
 * @param to leaves of the later tree
 * @param earlier root of the earlier tree
 * @param later root of the later tree
 * @param hashes as RFC 9162, section 2.1.4, has them
 */
public record ConsistencyProof(long from, long to, TreeHash earlier, TreeHash later, List<TreeHash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }
}
