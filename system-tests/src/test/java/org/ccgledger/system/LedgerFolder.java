package org.ccgledger.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// The folder of a [RunningLedger], for what is done to it while it is stopped. The policy of who
/// audits it stands in the file `policy`.
record LedgerFolder(Path folder) {

    /// As `ccg verify` with the policy.
    Ended verify(String... more) throws Exception {
        return Ended.after(
                Stream.concat(
                                Stream.of(
                                        "verify",
                                        "--data-directory",
                                        data().toString(),
                                        "--policy",
                                        folder.resolve("policy").toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /// As `ccg restored`.
    Ended restored() throws Exception {
        return Ended.after(
                "restored", "--data-directory", data().toString(), "--reason", "A disk was lost");
    }

    /// Copies the databases.
    void backUp() throws IOException {
        FileSystemUtils.copyRecursively(postgres(), folder.resolve("backup"));
    }

    /// Puts the databases back to what was copied, and leaves the rest as it is.
    void putBack() throws IOException {
        FileSystemUtils.deleteRecursively(postgres());
        FileSystemUtils.copyRecursively(folder.resolve("backup"), postgres());
        Files.setPosixFilePermissions(postgres(), PosixFilePermissions.fromString("rwx------"));
    }

    /// Everything that the application keeps.
    Path data() {
        return folder.resolve("data");
    }

    private Path postgres() {
        return data().resolve("postgres");
    }
}
