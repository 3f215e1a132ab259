package org.ccgledger.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccgledger.ledger.bundle.LedgerExport;

/// Bundles as they are made, and as somebody would forge them.
final class Bundles {

    private static final String LIST = "SHA256SUMS";

    private Bundles() {}

    static LedgerExport.Exported export(LongLedger ledger, Path to) throws Exception {
        return export(ledger, to, (_, _) -> {});
    }

    static LedgerExport.Exported export(LongLedger ledger, Path to, LedgerExport.Progress progress)
            throws Exception {
        try (Connection connection = ledger.database().owner().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            LedgerExport.Exported exported = LedgerExport.run(connection, to, progress, List.of());
            connection.rollback();
            return exported;
        }
    }

    static Path copy(Path bundle, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(bundle.relativize(file)));
            }
        }
        return to;
    }

    /// The SHA-256 of every file, by name.
    static Map<String, String> files(Path bundle) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(bundle.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    /// Makes the list anew of what is there.
    static void list(Path bundle) throws IOException {
        StringBuilder list = new StringBuilder();
        files(bundle)
                .forEach((name, hash) -> {
                    if (!name.equals(LIST)) {
                        list.append(hash).append("  ").append(name).append('\n');
                    }
                });
        Files.writeString(bundle.resolve(LIST), list, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
