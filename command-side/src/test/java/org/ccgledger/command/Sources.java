package org.ccgledger.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in the Java files of a folder.
final class Sources {

    private Sources() {}

    /// The text of each file below a folder, by its path.
    static Map<Path, String> below(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toUnmodifiableMap(file -> file, Sources::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of the class that a file holds.
    static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
