package org.ccgledger.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// Signatures of Project Wycheproof's, by which libraries are tried for known mistakes. Where they
/// come from and under which licence stands in their files.
public final class Wycheproof {

    private Wycheproof() {}

    /// A signature, and whether it is one.
    ///
    /// @param name its number and what it tries
    /// @param key raw; not always of the right length
    public record Vector(
            String name, byte[] key, byte[] message, byte[] signature, boolean isValid) {

        /// The key as C2SP's signed-note writes it, under a name of ours.
        ///
        /// @param kind number of the key's kind
        public String verifierKey(int kind) {
            byte[] typed = new byte[1 + key.length];
            typed[0] = (byte) kind;
            System.arraycopy(key, 0, typed, 1, key.length);
            byte[] id = sha256("wycheproof\n".getBytes(StandardCharsets.UTF_8), typed);
            return "wycheproof+%s+%s"
                    .formatted(
                            HexFormat.of().formatHex(id, 0, 4),
                            Base64.getEncoder().encodeToString(typed));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// By the JDK alone, for the ledger's tests, which do without the verifier.
    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static List<Vector> ed25519() {
        return read("ed25519.txt");
    }

    /// Those without a context.
    public static List<Vector> mlDsa44() {
        return read("ml-dsa-44.txt");
    }

    private static List<Vector> read(String file) {
        List<Vector> vectors = new ArrayList<>();
        byte[] key = {};
        for (String line : lines(file)) {
            String[] words = line.split(" ", 5);
            if (words[0].equals("key")) {
                key = bytes(words[1]);
            } else {
                vectors.add(
                        new Vector(
                                words[0] + (words.length > 4 ? " " + words[4] : ""),
                                key,
                                bytes(words[2]),
                                bytes(words[3]),
                                words[1].equals("valid")));
            }
        }
        return List.copyOf(vectors);
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Wycheproof.class.getResourceAsStream("wycheproof/" + file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String hex) {
        return hex.equals("-") ? new byte[0] : HexFormat.of().parseHex(hex);
    }
}
