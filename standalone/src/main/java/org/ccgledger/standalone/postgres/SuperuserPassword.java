package org.ccgledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The superuser's password: generated with the data, kept beside it in a file of mode 600.
final class SuperuserPassword {

    private static final String FILE = "postgres-password";

    private SuperuserPassword() {}

    static Path file(DataFolder folder) {
        return folder.keys().resolve(FILE);
    }

    static void generate(DataFolder folder) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        // A temporary file has mode 600.
        Path written = Files.createTempFile(folder.keys(), FILE, "");
        Files.writeString(written, HexFormat.of().formatHex(random) + "\n");
        Files.move(written, file(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    static String read(DataFolder folder) throws IOException {
        if (!Files.isRegularFile(file(folder))) {
            throw UnusableDataFolder.incomplete(folder.path(), file(folder));
        }
        return Files.readString(file(folder)).strip();
    }
}
