package org.ccgledger.standalone.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked inside the data folder.
///
/// They stand there and not in a temporary folder, because nobody else can put programs of his own
/// in their place there, and because no cleaner takes them away from under a running server.
final class PostgresBinaries {

    private static final String SYSTEM = "Linux";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /// Unpacks the programs unless they are there already; programs of other versions go.
    static PostgresBinaries unpackInto(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve(fingerprint(archive));
        if (!Files.isDirectory(home)) {
            Path unfinished = Files.createTempDirectory(folder, "unpacking-");
            unpack(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        try (DirectoryStream<Path> others =
                Files.newDirectoryStream(folder, entry -> !entry.equals(home))) {
            for (Path other : others) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
        return new PostgresBinaries(home);
    }

    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    /// Waits until a program ends. An interrupt ends it.
    ///
    /// @throws ServerNotStarted if it cannot be executed, or the thread is interrupted
    Outcome run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        // PostgreSQL refuses to be root; in a user namespace of its own it is not.
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return outcome(process);
        } catch (IOException e) {
            throw ServerNotStarted.notExecutable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Outcome outcome(Process process) throws IOException {
        // An interrupt does not end a read, so another thread reads.
        FutureTask<String> output =
                new FutureTask<>(() -> String.join("\n", process.inputReader().readAllLines()));
        Thread.ofVirtual().start(output);
        try {
            return new Outcome(process.waitFor(), output.get());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new ServerNotStarted("The start of the embedded PostgreSQL was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name", "an unknown system");
        String machine = System.getProperty("os.arch", "an unknown machine");
        if (!system.equals(SYSTEM)) {
            throw ServerNotStarted.noBinaries(system, machine);
        }
        try (InputStream in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        SYSTEM, machine.equals("amd64") ? "x86_64" : machine)) {
            return in.readAllBytes();
        } catch (IllegalStateException _) {
            throw ServerNotStarted.noBinaries(system, machine);
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path file = entry.resolveIn(target);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean program = (entry.getMode() & 0b001_000_000) != 0;
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
                }
            }
        }
    }
}
