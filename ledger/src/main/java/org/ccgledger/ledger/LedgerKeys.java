package org.ccgledger.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/// The secrets of a ledger: the pairs of keys that sign its checkpoints, and the key of its
/// fingerprints.
///
/// They are made on first start into a file that only its owner can read. Keys that were replaced
/// sign beside the new ones for [#COUNTERSIGNING], so that whoever has not heard of the new ones
/// has time to.
public final class LedgerKeys {

    /// How long a key signs on after it was replaced.
    public static final Duration COUNTERSIGNING = Duration.ofDays(30);

    private static final List<String> ALGORITHMS = List.of("Ed25519", "ML-DSA-44");
    private static final String FINGERPRINT = "fingerprint";
    private static final String RETIRED = "retired.";

    private final List<SigningKey> current;
    private final List<Retired> retired;
    private final byte[] fingerprintKey;

    private LedgerKeys(List<SigningKey> current, List<Retired> retired, byte[] fingerprintKey) {
        this.current = current;
        this.retired = retired;
        this.fingerprintKey = fingerprintKey;
    }

    /// A public key as others may know it.
    ///
    /// @param publicKey X.509 SubjectPublicKeyInfo in base64
    public record PublicKey(String algorithm, String publicKey) {}

    private record Retired(Instant at, List<SigningKey> keys) {
        boolean signsAt(Instant now) {
            return now.isBefore(at.plus(COUNTERSIGNING));
        }
    }

    /// Reads the keys, or makes them where there are none.
    public static LedgerKeys at(Path file) {
        return existing(file)
                .orElseGet(() -> {
                    byte[] fingerprint = new byte[32];
                    new SecureRandom().nextBytes(fingerprint);
                    new LedgerKeys(generate(), List.of(), fingerprint).write(file);
                    return existing(file).orElseThrow();
                });
    }

    /// Reads the keys, if the file is there.
    public static Optional<LedgerKeys> existing(Path file) {
        try {
            return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's keys cannot be used: " + file, e);
        } catch (GeneralSecurityException | DateTimeParseException e) {
            throw new IllegalStateException("The ledger's keys are damaged: " + file, e);
        }
    }

    /// New keys in place of these, which sign on beside them for a while.
    public LedgerKeys replacedAt(Instant now) {
        return new LedgerKeys(
                generate(),
                Stream.concat(
                                Stream.of(new Retired(now, current)),
                                retired.stream().filter(earlier -> earlier.signsAt(now)))
                        .toList(),
                fingerprintKey);
    }

    /// Writes the keys in one step, mode 600.
    public void write(Path file) {
        try {
            Files.createDirectories(
                    file.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            try (var out =
                    Files.newOutputStream(
                            draft, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
                properties()
                        .store(
                                out,
                                "Secret. Whoever has these keys can sign in this ledger's name.");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's keys cannot be written: " + file, e);
        }
    }

    /// The keys that sign for good, without those that are on their way out.
    public List<PublicKey> publicKeys() {
        return current.stream().map(SigningKey::publicKey).toList();
    }

    /// Whatever signs at a moment: the current keys first, then those replaced a short while ago.
    public List<SigningKey> signingAt(Instant now) {
        return Stream.concat(
                        current.stream(),
                        retired.stream()
                                .filter(earlier -> earlier.signsAt(now))
                                .flatMap(earlier -> earlier.keys().stream()))
                .toList();
    }

    /// The key under which fingerprints of commands are made, so that they give nothing away.
    public byte[] fingerprintKey() {
        return fingerprintKey.clone();
    }

    private static List<SigningKey> generate() {
        try {
            List<SigningKey> keys = new ArrayList<>();
            for (String algorithm : ALGORITHMS) {
                keys.add(
                        new SigningKey(
                                algorithm,
                                KeyPairGenerator.getInstance(algorithm).generateKeyPair()));
            }
            return List.copyOf(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has " + ALGORITHMS, e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        put(properties, "", current);
        for (int i = 0; i < retired.size(); i++) {
            String prefix = RETIRED + (i + 1) + ".";
            properties.setProperty(prefix + "at", retired.get(i).at().toString());
            put(properties, prefix, retired.get(i).keys());
        }
        properties.setProperty(FINGERPRINT, Base64.getEncoder().encodeToString(fingerprintKey));
        return properties;
    }

    private static void put(Properties properties, String prefix, List<SigningKey> keys) {
        for (SigningKey key : keys) {
            PublicKey shown = key.publicKey();
            properties.setProperty(prefix + shown.algorithm() + ".private", key.privateKey());
            properties.setProperty(prefix + shown.algorithm() + ".public", shown.publicKey());
        }
    }

    private static LedgerKeys read(Path file) throws IOException, GeneralSecurityException {
        var permissions = Files.getPosixFilePermissions(file);
        if (!Set.copyOf(PosixFilePermissions.fromString("rw-------")).containsAll(permissions)) {
            throw new IOException("others may read it; run chmod 600 on it");
        }
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        List<Retired> retired = new ArrayList<>();
        for (int i = 1; properties.containsKey(RETIRED + i + ".at"); i++) {
            String prefix = RETIRED + i + ".";
            retired.add(
                    new Retired(
                            Instant.parse(properties.getProperty(prefix + "at")),
                            keys(properties, prefix)));
        }
        return new LedgerKeys(
                keys(properties, ""), List.copyOf(retired), decode(properties, FINGERPRINT));
    }

    private static List<SigningKey> keys(Properties properties, String prefix)
            throws IOException, GeneralSecurityException {
        List<SigningKey> keys = new ArrayList<>();
        for (String algorithm : ALGORITHMS) {
            KeyFactory factory = KeyFactory.getInstance(algorithm);
            String name = prefix + algorithm;
            keys.add(
                    new SigningKey(
                            algorithm,
                            new KeyPair(
                                    factory.generatePublic(
                                            new X509EncodedKeySpec(
                                                    decode(properties, name + ".public"))),
                                    factory.generatePrivate(
                                            new PKCS8EncodedKeySpec(
                                                    decode(properties, name + ".private"))))));
        }
        return List.copyOf(keys);
    }

    private static byte[] decode(Properties properties, String name) throws IOException {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IOException("it holds no " + name);
        }
        return Base64.getDecoder().decode(value);
    }
}
