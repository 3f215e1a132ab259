package org.ccgledger.system.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes of modules, from where the compiler puts them.
final class Classes {

    private Classes() {}

    static Stream<Class<?>> of(List<String> modules) {
        return new ClassFileImporter()
                        .importPaths(
                                modules.stream()
                                        .map(module -> Path.of("..", module, "target", "classes"))
                                        .toList())
                        .stream()
                        .map(JavaClass::reflect);
    }
}
