package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Against the eight leaves that implementations of RFC 6962 test with (transparency-dev/merkle,
/// Apache License 2.0), and against as many broken proofs as a seed gives.
class TreeProofsTest {

    private static final int SIZES = 70;
    private static final int MUTATIONS = 100_000;

    private static final List<byte[]> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(data -> Sha256.of(new byte[] {0}, hex(data)))
                    .toList();
    private static final List<byte[]> ROOTS =
            Stream.of(
                            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
                    .map(TreeProofsTest::hex)
                    .toList();

    @Test
    void the_roots_of_the_published_leaves_are_the_published_ones() {
        Frontier frontier = new Frontier();
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(frontier.root()).as("size %d", size).isEqualTo(ROOTS.get(size));
            assertThat(ReferenceTree.of(LEAVES).root(size)).isEqualTo(ROOTS.get(size));
            if (size < LEAVES.size()) {
                frontier.add(LEAVES.get(size));
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_published_proof_of_inclusion_holds(int leaf, int size, List<byte[]> proof) {
        assertThat(
                        TreeProofs.includes(
                                leaf - 1, LEAVES.get(leaf - 1), size, ROOTS.get(size), proof))
                .isTrue();
        assertThat(ReferenceTree.of(LEAVES).inclusion(leaf - 1, size))
                .usingRecursiveComparison()
                .isEqualTo(proof);
    }

    static List<Arguments> a_published_proof_of_inclusion_holds() {
        return List.of(
                proof(1, 1),
                proof(
                        1,
                        8,
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
                proof(
                        6,
                        8,
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                proof(3, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
                proof(
                        2,
                        5,
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
    }

    @ParameterizedTest
    @MethodSource
    void a_published_proof_of_consistency_holds(int from, int to, List<byte[]> proof) {
        assertThat(TreeProofs.isExtended(from, ROOTS.get(from), to, ROOTS.get(to), proof)).isTrue();
        assertThat(ReferenceTree.of(LEAVES).consistency(from, to))
                .usingRecursiveComparison()
                .isEqualTo(proof);
    }

    static List<Arguments> a_published_proof_of_consistency_holds() {
        return List.of(
                proof(1, 1),
                proof(
                        1,
                        8,
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
                proof(
                        6,
                        8,
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                proof(
                        2,
                        5,
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
                proof(
                        6,
                        7,
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    }

    @Test
    void every_proof_of_a_small_tree_holds() {
        ReferenceTree tree = tree(SIZES);
        for (int size = 1; size <= SIZES; size++) {
            for (int at = 0; at < size; at++) {
                assertThat(
                                TreeProofs.includes(
                                        at,
                                        tree.leaf(at),
                                        size,
                                        tree.root(size),
                                        tree.inclusion(at, size)))
                        .as("leaf %d of %d", at, size)
                        .isTrue();
                assertThat(
                                TreeProofs.isExtended(
                                        at + 1,
                                        tree.root(at + 1),
                                        size,
                                        tree.root(size),
                                        tree.consistency(at + 1, size)))
                        .as("%d to %d", at + 1, size)
                        .isTrue();
            }
        }
    }

    @Test
    void every_tree_extends_the_empty_one_whose_root_is_that_of_nothing() {
        byte[] root = ROOTS.get(3);

        assertThat(TreeProofs.isExtended(0, Sha256.of(), 3, root, List.of())).isTrue();
        assertThat(TreeProofs.isExtended(0, root, 3, root, List.of())).isFalse();
        assertThat(TreeProofs.isExtended(0, Sha256.of(), 3, root, List.of(root))).isFalse();
        assertThat(TreeProofs.isExtended(0, Sha256.of(), 0, Sha256.of(), List.of())).isTrue();
        assertThat(TreeProofs.includes(0, Sha256.of(), 0, Sha256.of(), List.of())).isFalse();
    }

    @Test
    void a_tree_does_not_shrink() {
        assertThat(TreeProofs.isExtended(2, ROOTS.get(2), 1, ROOTS.get(1), List.of())).isFalse();
        assertThat(TreeProofs.isExtended(1, ROOTS.get(1), 2, ROOTS.get(2), List.of())).isFalse();
        assertThat(TreeProofs.isExtended(-1, ROOTS.get(1), 2, ROOTS.get(2), List.of())).isFalse();
    }

    @Test
    void a_broken_proof_proves_nothing() {
        Random random = new Random(6962);
        ReferenceTree tree = tree(SIZES);
        int refused = 0;
        while (refused < MUTATIONS) {
            int size = 1 + random.nextInt(SIZES);
            int at = random.nextInt(size);
            Claim inclusion =
                    new Claim(at, tree.leaf(at), size, tree.root(size), tree.inclusion(at, size));
            Claim consistency =
                    new Claim(
                            at + 1,
                            tree.root(at + 1),
                            size,
                            tree.root(size),
                            tree.consistency(at + 1, size));
            Claim broken = inclusion.broken(random, tree);
            assertThat(broken.includes()).as("%s of %s", broken, inclusion).isFalse();
            broken = consistency.broken(random, tree);
            assertThat(broken.isExtended()).as("%s of %s", broken, consistency).isFalse();
            refused += 2;
        }
    }

    /// What a proof is given for: a leaf or an earlier tree, and the tree that holds it.
    private record Claim(long first, byte[] hash, long size, byte[] root, List<byte[]> proof) {

        boolean includes() {
            return TreeProofs.includes(first, hash, size, root, proof);
        }

        boolean isExtended() {
            return TreeProofs.isExtended(first, hash, size, root, proof);
        }

        /// Another claim under a hash that is not its own: no tree has both.
        Claim broken(Random random, ReferenceTree tree) {
            List<byte[]> changed = new ArrayList<>(proof);
            int at = proof.isEmpty() ? 0 : random.nextInt(proof.size());
            switch (random.nextInt(proof.isEmpty() ? 6 : 9)) {
                case 0 -> {
                    return new Claim(first, flipped(hash, random), size, root, proof);
                }
                case 1 -> {
                    return new Claim(first, hash, size, flipped(root, random), proof);
                }
                case 2 -> changed.add(tree.leaf(random.nextInt(SIZES)));
                case 3 -> changed.addFirst(tree.leaf(random.nextInt(SIZES)));
                case 4 -> {
                    return new Claim(size + 1 + random.nextInt(9), hash, size, root, proof);
                }
                case 5 -> changed.add(new byte[random.nextInt(32)]);
                case 6 -> changed.remove(at);
                case 7 -> changed.set(at, flipped(changed.get(at), random));
                default -> changed.set(at, Arrays.copyOf(changed.get(at), random.nextInt(32)));
            }
            return new Claim(first, hash, size, root, changed);
        }

        private static byte[] flipped(byte[] bytes, Random random) {
            byte[] flipped = bytes.clone();
            int bit = random.nextInt(8 * bytes.length);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            return flipped;
        }

        @Override
        public String toString() {
            return first
                    + " of "
                    + size
                    + ": "
                    + proof.stream().map(HexFormat.of()::formatHex).toList();
        }
    }

    private static ReferenceTree tree(int size) {
        return ReferenceTree.of(
                IntStream.range(0, size)
                        .mapToObj(i -> Sha256.of(new byte[] {0, (byte) i}))
                        .toList());
    }

    private static Arguments proof(int first, int size, String... hashes) {
        return argumentSet(
                first + " of " + size,
                first,
                size,
                Arrays.stream(hashes).map(TreeProofsTest::hex).toList());
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
