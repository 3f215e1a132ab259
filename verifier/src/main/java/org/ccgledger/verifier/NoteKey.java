package org.ccgledger.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
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
        ED25519(1, "Ed25519", 32, 64, false, "302a300506032b6570032100"),
        /// By a witness, over a time and the note's text (C2SP tlog-cosignature).
        ED25519_COSIGNATURE(4, "Ed25519", 32, 64, true, "302a300506032b6570032100"),
        /// Over origin, size, root and a time (C2SP tlog-cosignature); of logs and of witnesses.
        ML_DSA_44(6, "ML-DSA-44", 1312, 2420, true, "30820532300b06096086480165030403110382052100");

        private final int number;
        private final String algorithm;
        private final int keyLength;
        private final int signatureLength;
        private final boolean isTimed;

        @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
        private final byte[] prefix;

        Kind(
                int number,
                String algorithm,
                int keyLength,
                int signatureLength,
                boolean isTimed,
                String prefix) {
            this.number = number;
            this.algorithm = algorithm;
            this.keyLength = keyLength;
            this.signatureLength = signatureLength;
            this.isTimed = isTimed;
            this.prefix = HexFormat.of().parseHex(prefix);
        }

        private static Optional<Kind> of(int number) {
            return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
        }

        /// As JCA calls it.
        public String algorithm() {
            return algorithm;
        }

        private PublicKey key(byte[] raw) throws GeneralSecurityException {
            byte[] encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
            System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
            return KeyFactory.getInstance(algorithm)
                    .generatePublic(new X509EncodedKeySpec(encoded));
        }
    }

    /// The key of somebody who signs.
    ///
    /// @param encoded X.509 SubjectPublicKeyInfo
    /// @throws IllegalArgumentException if it is no key of this kind, or nobody can be called so
    public static NoteKey of(String name, Kind kind, byte[] encoded) {
        int prefix = kind.prefix.length;
        if (encoded.length != prefix + kind.keyLength
                || !Arrays.equals(encoded, 0, prefix, kind.prefix, 0, prefix)) {
            throw new IllegalArgumentException(
                    "The key of " + name + " is not of the kind " + kind);
        }
        byte[] raw = Arrays.copyOfRange(encoded, prefix, encoded.length);
        return parse(text(name, kind, raw));
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
        return id(name, kind, raw);
    }

    private static String id(String name, Kind kind, byte[] raw) {
        byte[] hash = Sha256.of(utf8(name), new byte[] {'\n', (byte) kind.number}, raw);
        return HexFormat.of().formatHex(hash, 0, 4);
    }

    /// Whether it is the same key, whatever it is called and however it signs.
    boolean isSameKeyAs(NoteKey other) {
        return Arrays.equals(raw, other.raw);
    }

    /// Whether this key made a signature, given without the id before it.
    boolean hasSigned(String text, byte[] signature) {
        int time = kind.isTimed ? Long.BYTES : 0;
        if (signature.length != time + kind.signatureLength) {
            return false;
        }
        long seconds = kind.isTimed ? ByteBuffer.wrap(signature).getLong() : 0;
        return seconds >= 0
                && seconds <= Instant.MAX.getEpochSecond()
                && message(text, seconds)
                        .map(message ->
                                verifies(
                                        message,
                                        Arrays.copyOfRange(signature, time, signature.length)))
                        .orElse(false);
    }

    /// When a signature says that it was made; [Instant#MIN] if its kind does not say.
    Instant time(byte[] signature) {
        return kind.isTimed
                ? Instant.ofEpochSecond(ByteBuffer.wrap(signature).getLong())
                : Instant.MIN;
    }

    /// What this key signs of a note's text; nothing if it signs checkpoints and the text is none.
    ///
    /// @param seconds since 1970, and no matter for a kind that says no time
    public Optional<byte[]> message(String text, long seconds) {
        return switch (kind) {
            case ED25519 -> Optional.of(utf8(text));
            case ED25519_COSIGNATURE ->
                    CheckpointText.parse(text)
                            .map(_ -> utf8("cosignature/v1\ntime " + seconds + "\n" + text));
            case ML_DSA_44 ->
                    CheckpointText.parse(text).map(checkpoint -> subtree(checkpoint, seconds));
        };
    }

    private byte[] subtree(CheckpointText checkpoint, long seconds) {
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
                .putLong(seconds)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root())
                .array();
    }

    /// Whether this key made a signature over a message, as its algorithm has it.
    boolean verifies(byte[] message, byte[] signature) {
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
        return text(name, kind, raw);
    }

    private static String text(String name, Kind kind, byte[] raw) {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = (byte) kind.number;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + id(name, kind, raw) + "+" + Base64.getEncoder().encodeToString(typed);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
