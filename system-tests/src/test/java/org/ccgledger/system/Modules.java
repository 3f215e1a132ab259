package org.ccgledger.system;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The classes of every module, read from where the compiler puts them. A jar will not do: that of
/// `standalone` keeps its classes in a folder of its own, where no class path finds them.
final class Modules {

    private static final List<String> NAMES =
            List.of(
                    "shared-events",
                    "ledger",
                    "access",
                    "command-side",
                    "query-side",
                    "standalone",
                    "verifier",
                    "witness");

    private Modules() {}

    static JavaClasses classes() {
        return new ClassFileImporter().importPaths(NAMES.stream().map(Modules::folder).toList());
    }

    private static Path folder(String module) {
        Path folder = Path.of("..", module, "target", "classes");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(folder + " is missing: compile " + module + " first");
        }
        return folder;
    }
}
