package org.ccgledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tiles of a bundle, in the layout of C2SP's tlog-tiles: a file each, those at the right edge
/// as wide as the size of the tree has it.
final class TileFiles {

    private static final Pattern NAME =
            Pattern.compile("tile/([0-7])/((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/(\\d{1,3}))?");

    private final Path bundle;
    private final long size;

    /// @param size of the tree
    TileFiles(Path bundle, long size) {
        this.bundle = bundle;
        this.size = size;
    }

    /// How many hashes a tile holds; 0 if there is none.
    int width(int level, long index) {
        return Math.clamp((size >> (8 * level)) - index * Tiles.WIDTH, 0, Tiles.WIDTH);
    }

    String name(int level, long index) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        int width = width(level, index);
        return "tile/" + level + "/" + path + (width < Tiles.WIDTH ? ".p/" + width : "");
    }

    /// Whether a tile of the tree has this name.
    boolean isOne(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return false;
        }
        int level = Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        return width(level, index) > 0 && name(level, index).equals(name);
    }

    /// The hashes of a tile, one after the other; nothing if there is no such file.
    ///
    /// @throws Damaged if it has another length
    Optional<byte[]> read(int level, long index) throws IOException, Damaged {
        Path file = bundle.resolve(name(level, index));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        int length = width(level, index) * Sha256.LENGTH;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] hashes = in.readNBytes(length + 1);
            if (hashes.length != length) {
                throw new Damaged("does not hold " + length + " bytes");
            }
            return Optional.of(hashes);
        }
    }
}
