package org.ccgledger.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which file of keys a subcommand works with.
final class KeyFile {

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "the file of the keys; keys/ledger in the data folder by default")
    private @Nullable Path keys;

    Path of(LedgerAccess access) {
        return keys != null ? keys : access.key("ledger");
    }
}
