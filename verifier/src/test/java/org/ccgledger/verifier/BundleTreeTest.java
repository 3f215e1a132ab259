package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Proofs that are made from tiles, against those by the letter of RFC 6962.
class BundleTreeTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 255, 256, 257, 511, 1000, 66_000})
    void proofs_from_tiles_are_those_of_the_tree(int size) throws Exception {
        ReferenceTree reference = ReferenceTree.of(leaves(size));
        BundleTree tree = new BundleTree(written(size));

        for (int other : List.of(1, size / 2, size - 1, size, 256, 255)) {
            if (other >= 1 && other <= size) {
                assertThat(tree.inclusion(other - 1, size))
                        .usingElementComparator(Arrays::compare)
                        .containsExactlyElementsOf(reference.inclusion(other - 1, size));
                assertThat(tree.consistency(other, size))
                        .usingElementComparator(Arrays::compare)
                        .containsExactlyElementsOf(reference.consistency(other, size));
                assertThat(tree.inclusion(0, other))
                        .usingElementComparator(Arrays::compare)
                        .containsExactlyElementsOf(reference.inclusion(0, other));
            }
        }
    }

    @Test
    void tiles_are_named_as_c2sp_names_them() {
        TileFiles tiles = new TileFiles(folder, 70_000);

        assertThat(tiles.name(0, 272)).isEqualTo("tile/0/272");
        assertThat(tiles.name(0, 273)).isEqualTo("tile/0/273.p/112");
        assertThat(tiles.name(1, 1)).isEqualTo("tile/1/001.p/17");
        assertThat(tiles.name(2, 0)).isEqualTo("tile/2/000.p/1");
        assertThat(new TileFiles(folder, Long.MAX_VALUE).name(0, 1_234_067))
                .isEqualTo("tile/0/x001/x234/067");
        assertThat(List.of("tile/0/273.p/112", "tile/1/000", "tile/2/000.p/1"))
                .allMatch(tiles::isOne);
        assertThat(
                        List.of(
                                "tile/0/273",
                                "tile/0/274",
                                "tile/0/273.p/111",
                                "tile/0/x000/272",
                                "tile/8/000",
                                "tile/0/0272"))
                .noneMatch(tiles::isOne);
    }

    @Test
    void what_the_tiles_do_not_hold_is_not_proved() throws Exception {
        BundleTree tree = new BundleTree(written(300));
        Files.delete(folder.resolve("tile/0/000"));

        assertThatThrownBy(() -> tree.inclusion(3, 300))
                .isInstanceOf(Damaged.class)
                .hasMessage("tile/0/000 is missing");
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Sha256.of(ByteBuffer.allocate(4).putInt(i).array()))
                .toList();
    }

    private TileFiles written(int size) throws IOException {
        TileFiles tiles = new TileFiles(folder, size);
        List<byte[]> hashes = leaves(size);
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<byte[]> roots = new ArrayList<>();
            for (int from = 0; from < hashes.size(); from += 256) {
                List<byte[]> tile = hashes.subList(from, Math.min(hashes.size(), from + 256));
                Path file = folder.resolve(tiles.name(level, from / 256));
                Files.createDirectories(file.getParent());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                tile.forEach(bytes::writeBytes);
                Files.write(file, bytes.toByteArray());
                if (tile.size() == 256) {
                    roots.add(ReferenceTree.of(tile).root(256));
                }
            }
            hashes = roots;
        }
        return tiles;
    }
}
