package org.ccgledger.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// The secrets of a ledger: the pairs of keys that will sign its checkpoints, and the key of its
/// fingerprints.
///
/// They are made on first start into a file that only its owner can read.
public final class LedgerKeys {

    private static final List<String> ALGORITHMS = List.of("Ed25519", "ML-DSA-44");
    private static final String FINGERPRINT = "fingerprint";

    private final List<KeyPair> pairs;
    private final byte[] fingerprintKey;

    private LedgerKeys(List<KeyPair> pairs, byte[] fingerprintKey) {
        this.pairs = pairs;
        this.fingerprintKey = fingerprintKey;
    }

    /// A public key as others may know it.
    ///
    /// @param publicKey X.509 SubjectPublicKeyInfo in base64
    public record PublicKey(String algorithm, String publicKey) {}

    /// Reads the keys, or makes them where there are none.
    public static LedgerKeys at(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, generate());
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's keys cannot be used: " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The ledger's keys are damaged: " + file, e);
        }
    }

    public List<PublicKey> publicKeys() {
        Base64.Encoder base64 = Base64.getEncoder();
        return java.util.stream.IntStream.range(0, ALGORITHMS.size())
                .mapToObj(i ->
                        new PublicKey(
                                ALGORITHMS.get(i),
                                base64.encodeToString(pairs.get(i).getPublic().getEncoded())))
                .toList();
    }

    /// The key under which fingerprints of commands are made, so that they give nothing away.
    public byte[] fingerprintKey() {
        return fingerprintKey.clone();
    }

    private static Properties generate() throws GeneralSecurityException {
        Properties keys = new Properties();
        Base64.Encoder base64 = Base64.getEncoder();
        for (String algorithm : ALGORITHMS) {
            KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            keys.setProperty(
                    algorithm + ".private", base64.encodeToString(pair.getPrivate().getEncoded()));
            keys.setProperty(
                    algorithm + ".public", base64.encodeToString(pair.getPublic().getEncoded()));
        }
        byte[] fingerprint = new byte[32];
        new SecureRandom().nextBytes(fingerprint);
        keys.setProperty(FINGERPRINT, base64.encodeToString(fingerprint));
        return keys;
    }

    private static void write(Path file, Properties keys) throws IOException {
        Files.createDirectories(
                file.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out =
                Files.newOutputStream(draft, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
            keys.store(out, "Secret. Whoever has these keys can sign in this ledger's name.");
        }
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static LedgerKeys read(Path file) throws IOException, GeneralSecurityException {
        var permissions = Files.getPosixFilePermissions(file);
        if (!Set.copyOf(PosixFilePermissions.fromString("rw-------")).containsAll(permissions)) {
            throw new IOException("others may read it; run chmod 600 on it");
        }
        Properties keys = new Properties();
        try (var in = Files.newInputStream(file)) {
            keys.load(in);
        }
        List<KeyPair> pairs = new java.util.ArrayList<>();
        for (String algorithm : ALGORITHMS) {
            KeyFactory factory = KeyFactory.getInstance(algorithm);
            pairs.add(
                    new KeyPair(
                            factory.generatePublic(
                                    new X509EncodedKeySpec(decode(keys, algorithm + ".public"))),
                            factory.generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            decode(keys, algorithm + ".private")))));
        }
        return new LedgerKeys(List.copyOf(pairs), decode(keys, FINGERPRINT));
    }

    private static byte[] decode(Properties keys, String name) throws IOException {
        String value = keys.getProperty(name);
        if (value == null) {
            throw new IOException("it holds no " + name);
        }
        return Base64.getDecoder().decode(value);
    }
}
