package org.ccgledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A data folder that this process must not or cannot use.
public final class UnusableDataFolder extends StartFailure {

    private static final String CHOOSE = "name another with --ccg.data-directory.";

    private UnusableDataFolder(String sentence) {
        super(sentence);
    }

    private UnusableDataFolder(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static UnusableDataFolder notAFolder(Path path) {
        return new UnusableDataFolder(
                "%s is not a folder: move it away, or for the data folder %s"
                        .formatted(path, CHOOSE));
    }

    static UnusableDataFolder foreign(Path path) {
        return new UnusableDataFolder(
                "The folder %s holds files, but is no data folder of CCG Ledger: empty it, or %s"
                        .formatted(path, CHOOSE));
    }

    static UnusableDataFolder otherFormat(Path path, String found, int known) {
        return new UnusableDataFolder(
                "The data folder %s has format %s, and this version reads format %d: start the version that made it, or %s"
                        .formatted(path, found, known, CHOOSE));
    }

    static UnusableDataFolder inUse(Path path, String pid) {
        String owner = pid.isBlank() ? "another process" : "process " + pid;
        return new UnusableDataFolder(
                "The data folder %s is in use by %s: stop that process first, or %s"
                        .formatted(path, owner, CHOOSE));
    }

    static UnusableDataFolder incomplete(Path path, Path missing) {
        return new UnusableDataFolder(
                "The data folder %s lacks %s: put it back from a backup, or %s"
                        .formatted(path, missing, CHOOSE));
    }

    static UnusableDataFolder refusedBySystem(Path path, IOException cause) {
        return new UnusableDataFolder(
                "The data folder %s cannot be used (%s): mend that, or %s"
                        .formatted(path, reason(cause), CHOOSE),
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        @Nullable String said =
                cause instanceof FileSystemException failed && failed.getReason() != null
                        ? failed.getReason()
                        : cause.getMessage();
        return said == null ? cause.getClass().getSimpleName() : said;
    }
}
