package org.ccgledger.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key that may have signed a note: whose it is called, and of which kind.
///
/// In text it is C2SP's verifier key, `name+id+base64(kind | raw key)`. The id has four bytes and
/// may collide; only name and id together say which key is meant.
public final class NoteKey {

    private static final Pattern TEXT =
            Pattern.compile("([^+\\s\\p{Z}]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");
    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NAME = 255;

    private final String name;
    private final Kind kind;
    private final byte[] raw;
    private final PublicKey key;

    private NoteKey(String name, Kind kind, byte[] raw, PublicKey key) {
        this.name = name;
        this.kind = kind;
        this.raw = raw;
        this.key = key;
    }

    /// The kinds of signature that a checkpoint of this ledger carries.
    public enum Kind {
        /// Over the note's text (C2SP signed-note).
        ED25519(1, "Ed25519", 32, 64, "302a300506032b6570032100"),
        /// Over origin, size, root and a time (C2SP tlog-cosignature).
        ML_DSA_44(
                6,
                "ML-DSA-44",
                1312,
                Long.BYTES + 2420,
                "30820532300b06096086480165030403110382052100");

        private final int number;
        private final String algorithm;
        private final int keyLength;
        private final int signatureLength;

        @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
        private final byte[] prefix;

        Kind(int number, String algorithm, int keyLength, int signatureLength, String prefix) {
            this.number = number;
            this.algorithm = algorithm;
            this.keyLength = keyLength;
            this.signatureLength = signatureLength;
            this.prefix = HexFormat.of().parseHex(prefix);
        }

        private static Optional<Kind> of(int number) {
            return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
        }

        private PublicKey key(byte[] raw) throws GeneralSecurityException {
            byte[] encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
            System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
            return KeyFactory.getInstance(algorithm)
                    .generatePublic(new X509EncodedKeySpec(encoded));
        }
    }

    /// Reads a verifier key.
    ///
    /// @throws IllegalArgumentException if it is none, is of an unknown kind, or its id is not its
    ///   own
    public static NoteKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a verifier key: " + text);
        }
        String name = parts.group(1);
        byte[] typed = Base64.getDecoder().decode(parts.group(3));
        if (!Base64.getEncoder().encodeToString(typed).equals(parts.group(3))) {
            throw new IllegalArgumentException("The key of " + name + " is not in base64");
        }
        Kind kind =
                Kind.of(typed[0])
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "The key of " + name + " is of a kind not known here"));
        byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
        if (raw.length != kind.keyLength || utf8(name).length > LONGEST_NAME) {
            throw new IllegalArgumentException("The key of " + name + " has another length");
        }
        try {
            NoteKey key = new NoteKey(name, kind, raw, kind.key(raw));
            if (!key.id().equals(parts.group(2))) {
                throw new IllegalArgumentException(
                        "The id of the key of " + name + " is " + key.id());
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key of " + name + " is no key", e);
        }
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /// Eight hexadecimal digits.
    public String id() {
        byte[] hash = Sha256.of(utf8(name), new byte[] {'\n', (byte) kind.number}, raw);
        return HexFormat.of().formatHex(hash, 0, 4);
    }

    /// Whether this key made a signature, given without the id before it.
    boolean hasSigned(String text, byte[] signature) {
        if (signature.length != kind.signatureLength) {
            return false;
        }
        return switch (kind) {
            case ED25519 -> verifies(utf8(text), signature);
            case ML_DSA_44 ->
                    CheckpointText.parse(text)
                            .filter(_ -> ByteBuffer.wrap(signature).getLong() >= 0)
                            .map(checkpoint ->
                                    verifies(
                                            message(checkpoint, signature),
                                            Arrays.copyOfRange(
                                                    signature, Long.BYTES, signature.length)))
                            .orElse(false);
        };
    }

    private byte[] message(CheckpointText checkpoint, byte[] timed) {
        byte[] signer = utf8(name);
        byte[] origin = utf8(checkpoint.origin());
        return ByteBuffer.allocate(
                        SUBTREE.length
                                + 2
                                + signer.length
                                + origin.length
                                + 3 * Long.BYTES
                                + Sha256.LENGTH)
                .put(SUBTREE)
                .put((byte) signer.length)
                .put(signer)
                .put(timed, 0, Long.BYTES)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root())
                .array();
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(kind.algorithm);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has " + kind.algorithm, e);
        }
    }

    @Override
    public String toString() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = (byte) kind.number;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
