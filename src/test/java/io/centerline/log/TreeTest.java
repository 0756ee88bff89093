package io.centerline.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.log.ProofRefused.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeTest {
    /** The eight entries that implementations of RFC 6962 are compared by, and the roots over the first one to eight. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void root_publishedEntries_isThePublishedOne() {
        Frontier frontier = new Frontier();
        StoredTree stored = new StoredTree();
        TreeHasher hasher = new TreeHasher();

        assertThat(frontier.root().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < ENTRIES.size(); i++) {
            byte[] entry = HexFormat.of().parseHex(ENTRIES.get(i));
            frontier.append(hasher.leaf(entry));
            stored.append(entry);
            assertThat(frontier.root().hex()).isEqualTo(ROOTS.get(i));
            assertThat(ProofBuilder.root(i + 1, stored.nodes()).hex()).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void proofs_everySizeUpTo200_areThoseOfTheDefinition() throws ProofRefused {
        List<byte[]> entries = entries(200);
        StoredTree stored = stored(entries);
        for (int n = 1; n <= entries.size(); n++) {
            List<byte[]> first = entries.subList(0, n);
            TreeHash root = TreeHash.of(NaiveTree.root(first));
            Nodes nodes = stored.nodes(n);
            assertThat(ProofBuilder.root(n, nodes)).isEqualTo(root);
            for (int m = n % 7; m < n; m += 1 + n / 16) {
                List<TreeHash> path = ProofBuilder.inclusion(m, n, nodes);
                assertThat(path).isEqualTo(hashes(NaiveTree.path(m, first)));
                ProofCheck.inclusion(m, n, new TreeHasher().leaf(entries.get(m)), path, root);
                if (m > 0) {
                    List<TreeHash> proof = ProofBuilder.consistency(m, n, nodes);
                    assertThat(proof).isEqualTo(hashes(NaiveTree.proof(m, first)));
                    ProofCheck.consistency(m, n, TreeHash.of(NaiveTree.root(entries.subList(0, m))), root, proof);
                }
            }
        }
    }

    @Test
    void inclusion_everyLeafOfSmallTrees_isThatOfTheDefinition() throws ProofRefused {
        List<byte[]> entries = entries(40);
        StoredTree stored = stored(entries);
        for (int n = 1; n <= entries.size(); n++) {
            List<byte[]> first = entries.subList(0, n);
            for (int m = 0; m < n; m++) {
                assertThat(ProofBuilder.inclusion(m, n, stored.nodes(n))).isEqualTo(hashes(NaiveTree.path(m, first)));
                if (m > 0) {
                    assertThat(ProofBuilder.consistency(m, n, stored.nodes(n)))
                            .isEqualTo(hashes(NaiveTree.proof(m, first)));
                }
            }
        }
    }

    @Property(tries = 40)
    void proofs_randomSizes_areThoseOfTheDefinition(
            @ForAll @IntRange(min = 1, max = 5_000) int n,
            @ForAll @IntRange(min = 0, max = 4_999) int leaf,
            @ForAll @IntRange(min = 1, max = 5_000) int earlier)
            throws ProofRefused {
        int index = leaf % n;
        int from = 1 + earlier % n;
        List<byte[]> first = entries(5_000).subList(0, n);
        Nodes nodes = LARGE.nodes(n);
        TreeHash root = ProofBuilder.root(n, nodes);

        assertThat(root).isEqualTo(TreeHash.of(NaiveTree.root(first)));
        assertThat(ProofBuilder.inclusion(index, n, nodes)).isEqualTo(hashes(NaiveTree.path(index, first)));
        assertThat(ProofBuilder.consistency(from, n, nodes)).isEqualTo(hashes(NaiveTree.proof(from, first)));
        ProofCheck.inclusion(
                index, n, new TreeHasher().leaf(first.get(index)), ProofBuilder.inclusion(index, n, nodes), root);
        ProofCheck.consistency(
                from, n, ProofBuilder.root(from, LARGE.nodes(from)), root, ProofBuilder.consistency(from, n, nodes));
    }

    @Property(tries = 200)
    void inclusion_anythingChanged_isRefused(
            @ForAll @IntRange(min = 2, max = 700) int n,
            @ForAll @IntRange(min = 0, max = 699) int leaf,
            @ForAll @IntRange(min = 0, max = 100) int place) {
        int index = leaf % n;
        Nodes nodes = LARGE.nodes(n);
        TreeHash hash = nodes.node(0, index);
        TreeHash root = ProofBuilder.root(n, nodes);
        List<TreeHash> path = ProofBuilder.inclusion(index, n, nodes);
        List<TreeHash> changed = new ArrayList<>(path);
        changed.set(place % path.size(), root);
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(root);

        refused(Kind.ROOT_DIFFERS, () -> ProofCheck.inclusion(index, n, hash, changed, root));
        refused(Kind.ROOT_DIFFERS, () -> ProofCheck.inclusion(index, n, root, path, root));
        refused(Kind.TOO_LONG, () -> ProofCheck.inclusion(index, n, hash, longer, root));
        refused(Kind.TOO_SHORT, () -> ProofCheck.inclusion(index, n, hash, path.subList(0, path.size() - 1), root));
        refused(Kind.OUT_OF_RANGE, () -> ProofCheck.inclusion(n, n, hash, path, root));
    }

    @Property(tries = 200)
    void consistency_anythingChanged_isRefused(
            @ForAll @IntRange(min = 2, max = 700) int n,
            @ForAll @IntRange(min = 0, max = 699) int earlier,
            @ForAll @IntRange(min = 0, max = 100) int place) {
        int from = 1 + earlier % (n - 1);
        Nodes nodes = LARGE.nodes(n);
        TreeHash early = ProofBuilder.root(from, LARGE.nodes(from));
        TreeHash late = ProofBuilder.root(n, nodes);
        List<TreeHash> proof = ProofBuilder.consistency(from, n, nodes);
        List<TreeHash> changed = new ArrayList<>(proof);
        changed.set(place % proof.size(), new TreeHasher().empty());
        List<TreeHash> longer = new ArrayList<>(proof);
        longer.add(late);

        assertThatThrownBy(() -> ProofCheck.consistency(from, n, early, late, changed))
                .isInstanceOf(ProofRefused.class);
        refused(Kind.ROOT_DIFFERS, () -> ProofCheck.consistency(from, n, early, early, proof));
        refused(Kind.TOO_LONG, () -> ProofCheck.consistency(from, n, early, late, longer));
        refused(Kind.TOO_SHORT, () -> ProofCheck.consistency(from, n, early, late, proof.subList(0, proof.size() - 1)));
        refused(Kind.OUT_OF_RANGE, () -> ProofCheck.consistency(n + 1, n, early, late, proof));
        refused(Kind.EARLIER_ROOT_DIFFERS, () -> ProofCheck.consistency(n, n, early, late, List.of()));
        if (Integer.bitCount(from) > 1) {
            refused(Kind.EARLIER_ROOT_DIFFERS, () -> ProofCheck.consistency(from, n, late, late, proof));
        }
    }

    @Test
    void consistency_ofNothingAndOfItself_isEmpty() throws ProofRefused {
        TreeHash root = ProofBuilder.root(5, LARGE.nodes(5));

        assertThat(ProofBuilder.consistency(0, 5, LARGE.nodes(5))).isEmpty();
        assertThat(ProofBuilder.consistency(5, 5, LARGE.nodes(5))).isEmpty();
        ProofCheck.consistency(0, 5, new TreeHasher().empty(), root, List.of());
        ProofCheck.consistency(5, 5, root, root, List.of());
        refused(Kind.EARLIER_ROOT_DIFFERS, () -> ProofCheck.consistency(0, 5, root, root, List.of()));
    }

    @Property(tries = 100)
    void covering_anyRange_isGapFreeAndContinuesTheTree(
            @ForAll @IntRange(min = 0, max = 5_000) int a, @ForAll @IntRange(min = 0, max = 5_000) int b) {
        long begin = Math.min(a, b);
        long end = Math.max(a, b);
        Nodes nodes = LARGE.nodes(end);
        Frontier frontier = Frontier.of(begin, nodes);

        for (Subtree subtree : Subtree.covering(begin, end)) {
            assertThat(subtree.index() << subtree.level()).isEqualTo(frontier.size());
            frontier.append(subtree.level(), subtree.hash(nodes));
        }

        assertThat(frontier.size()).isEqualTo(end);
        assertThat(frontier.root()).isEqualTo(ProofBuilder.root(end, nodes));
    }

    @Test
    void frontier_wrongNumberOfPeaks_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Frontier(3, List.of(new TreeHasher().empty())))
                .withMessage("a tree of 3 leaves has 2 peaks, not 1");
    }

    @Test
    void node_notComplete_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LARGE.nodes(5).node(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ProofBuilder.inclusion(5, 5, LARGE.nodes(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> ProofBuilder.consistency(6, 5, LARGE.nodes(5)));
    }

    private static final StoredTree LARGE = stored(entries(5_000));

    private static void refused(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private static StoredTree stored(List<byte[]> entries) {
        StoredTree stored = new StoredTree();
        entries.forEach(stored::append);
        return stored;
    }

    private static List<byte[]> entries(int n) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            entries.add(ByteBuffer.allocate(4).putInt(i).array());
        }
        return Collections.unmodifiableList(entries);
    }

    private static List<TreeHash> hashes(List<byte[]> hashes) {
        return hashes.stream().map(TreeHash::of).toList();
    }
}
