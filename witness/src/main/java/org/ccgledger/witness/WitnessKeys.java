package org.ccgledger.witness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.ccgledger.verifier.NoteKey;
import org.ccgledger.verifier.NoteKey.Kind;
import org.jspecify.annotations.Nullable;

/// The name of a witness and the keys with which it cosigns, one of each kind that C2SP's
/// tlog-cosignature has.
///
/// They are made at the first start into a file that only its owner can read.
final class WitnessKeys {

    private static final List<Kind> KINDS = List.of(Kind.ED25519_COSIGNATURE, Kind.ML_DSA_44);

    private final List<Key> keys;

    private WitnessKeys(List<Key> keys) {
        this.keys = keys;
    }

    private record Key(NoteKey known, PrivateKey secret) {}

    /// What a witness needs beside its keys, made before these are.
    interface Beginning {
        void make() throws IOException;
    }

    /// Reads the keys, or makes them where there are none.
    ///
    /// @param name under which it cosigns; may be left out when there are keys
    /// @throws IllegalArgumentException if the name is missing, or is another than before
    static WitnessKeys at(Path file, @Nullable String name, Beginning beginning)
            throws IOException, GeneralSecurityException {
        WitnessKeys keys;
        try {
            keys = read(file);
        } catch (NoSuchFileException _) {
            if (name == null) {
                throw new IllegalArgumentException(
                        "The first start needs --name, such as witness.example/w1");
            }
            beginning.make();
            write(file, name);
            keys = read(file);
        }
        if (name != null && !name.equals(keys.name())) {
            throw new IllegalArgumentException("This witness is called " + keys.name());
        }
        return keys;
    }

    private static WitnessKeys read(Path file) throws IOException, GeneralSecurityException {
        if (!Set.copyOf(PosixFilePermissions.fromString("rw-------"))
                .containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("others may read " + file + "; run chmod 600 on it");
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        List<Key> keys = new ArrayList<>();
        for (Kind kind : KINDS) {
            NoteKey known = NoteKey.parse(property(properties, kind + ".public"));
            byte[] secret = Base64.getDecoder().decode(property(properties, kind + ".private"));
            keys.add(
                    new Key(
                            known,
                            KeyFactory.getInstance(kind.algorithm())
                                    .generatePrivate(new PKCS8EncodedKeySpec(secret))));
        }
        return new WitnessKeys(List.copyOf(keys));
    }

    private static String property(Properties properties, String name) throws IOException {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IOException("The file of keys holds no " + name);
        }
        return value;
    }

    private static void write(Path file, String name) throws IOException, GeneralSecurityException {
        Properties properties = new Properties();
        for (Kind kind : KINDS) {
            KeyPair pair = KeyPairGenerator.getInstance(kind.algorithm()).generateKeyPair();
            properties.setProperty(
                    kind + ".public",
                    NoteKey.of(name, kind, pair.getPublic().getEncoded()).toString());
            properties.setProperty(
                    kind + ".private",
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        }
        StringWriter text = new StringWriter();
        properties.store(text, "Secret. Whoever has these keys can cosign as this witness.");
        DurableFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return keys.getFirst().known().name();
    }

    /// As those who rely on this witness know them.
    List<NoteKey> publicKeys() {
        return keys.stream().map(Key::known).toList();
    }

    /// The lines with which this witness says that it holds a checkpoint to be the newest.
    ///
    /// @param text of the checkpoint
    String cosign(String text, Instant now) {
        StringBuilder lines = new StringBuilder();
        for (Key key : keys) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(HexFormat.of().parseHex(key.known().id()));
            line.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond()).array());
            line.writeBytes(sign(key, text, now.getEpochSecond()));
            lines.append("\u2014 ")
                    .append(name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(line.toByteArray()))
                    .append('\n');
        }
        return lines.toString();
    }

    private static byte[] sign(Key key, String text, long seconds) {
        try {
            Signature signature = Signature.getInstance(key.known().kind().algorithm());
            signature.initSign(key.secret());
            signature.update(key.known().message(text, seconds).orElseThrow());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was read cannot sign", e);
        }
    }
}
