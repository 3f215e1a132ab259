package org.ccgledger.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes of this module, found where the compiler puts them rather than named in a list that
/// somebody would have to keep.
final class CompiledClasses {

    static final Path MAIN = Path.of("target/classes");
    static final Path TEST = Path.of("target/test-classes");

    private CompiledClasses() {}

    static List<Class<?>> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .<Class<?>>map(CompiledClasses::loaded)
                    .toList();
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, CompiledClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
