package org.ccgledger.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.LedgerKeys;

/// A public key under the name of a log or a witness, as C2SP's signed-note writes it:
/// `name+id+base64(type | raw key)`.
public final class VerifierKey {

    private static final Pattern TEXT =
            Pattern.compile("([^+\\s\\p{Z}]{1,255})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");
    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final Type type;
    private final byte[] raw;

    private VerifierKey(String name, Type type, byte[] raw) {
        this.name = name;
        this.type = type;
        this.raw = raw;
    }

    /// How a key signs a checkpoint.
    enum Type {
        ED25519(1, 32, "Ed25519", "302a300506032b6570032100"),
        ED25519_COSIGNATURE(4, 32, "Ed25519", "302a300506032b6570032100"),
        ML_DSA_44(6, 1312, "ML-DSA-44", "30820532300b06096086480165030403110382052100");

        private final int number;
        private final int length;
        private final String algorithm;
        private final String prefix;

        /// @param prefix of the raw key in X.509 SubjectPublicKeyInfo
        Type(int number, int length, String algorithm, String prefix) {
            this.number = number;
            this.length = length;
            this.algorithm = algorithm;
            this.prefix = prefix;
        }

        private static Type of(String algorithm) {
            return switch (algorithm) {
                case "Ed25519" -> ED25519;
                case "ML-DSA-44" -> ML_DSA_44;
                default ->
                        throw new IllegalArgumentException(
                                "No checkpoint is signed with " + algorithm);
            };
        }
    }

    public static VerifierKey of(String origin, LedgerKeys.PublicKey key) {
        byte[] encoded = Base64.getDecoder().decode(key.publicKey());
        Type type = Type.of(key.algorithm());
        return new VerifierKey(
                origin,
                type,
                Arrays.copyOfRange(encoded, encoded.length - type.length, encoded.length));
    }

    /// Reads the key of a witness.
    ///
    /// @throws IllegalArgumentException if it is none
    static VerifierKey ofWitness(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a verifier key: " + text);
        }
        byte[] typed = Base64.getDecoder().decode(parts.group(3));
        Type type =
                switch (typed[0]) {
                    case 4 -> Type.ED25519_COSIGNATURE;
                    case 6 -> Type.ML_DSA_44;
                    default ->
                            throw new IllegalArgumentException("Not the key of a witness: " + text);
                };
        VerifierKey key =
                new VerifierKey(parts.group(1), type, Arrays.copyOfRange(typed, 1, typed.length));
        if (typed.length != 1 + type.length || !key.toString().equals(text)) {
            throw new IllegalArgumentException("The key's id or length is wrong: " + text);
        }
        return key;
    }

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    byte[] id() {
        byte[] head = utf8(name + "\n");
        return Arrays.copyOf(Digests.sha256(head, typed()), 4);
    }

    /// What the key signs of a checkpoint.
    ///
    /// @param seconds since 1970, and no matter for a key that says no time
    byte[] message(Checkpoint checkpoint, long seconds) {
        return switch (type) {
            case ED25519 -> utf8(checkpoint.text());
            case ED25519_COSIGNATURE ->
                    utf8("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text());
            case ML_DSA_44 -> subtree(checkpoint, seconds);
        };
    }

    private byte[] subtree(Checkpoint checkpoint, long seconds) {
        byte[] signer = utf8(name);
        byte[] origin = utf8(checkpoint.origin());
        return ByteBuffer.allocate(
                        SUBTREE.length
                                + 2
                                + signer.length
                                + origin.length
                                + 3 * Long.BYTES
                                + checkpoint.root().length)
                .put(SUBTREE)
                .put((byte) signer.length)
                .put(signer)
                .putLong(seconds)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root())
                .array();
    }

    /// Whether the key, which is that of a witness, has cosigned a checkpoint.
    ///
    /// @param signature the bytes of a line behind the id: a time and what was signed
    boolean hasCosigned(Checkpoint checkpoint, byte[] signature) {
        if (signature.length <= Long.BYTES) {
            return false;
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        // Whoever reads a time that is none believes nothing of the note in which it stands.
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            return false;
        }
        return hasSigned(
                message(checkpoint, seconds),
                Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }

    /// Whether the key made a signature over a message.
    boolean hasSigned(byte[] message, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(type.algorithm);
            verification.initVerify(
                    KeyFactory.getInstance(type.algorithm)
                            .generatePublic(
                                    new X509EncodedKeySpec(
                                            HexFormat.of()
                                                    .parseHex(
                                                            type.prefix
                                                                    + HexFormat.of()
                                                                            .formatHex(raw)))));
            verification.update(message);
            return verification.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = (byte) type.number;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return typed;
    }

    @Override
    public String toString() {
        return name
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
