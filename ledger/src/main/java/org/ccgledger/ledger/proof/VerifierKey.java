package org.ccgledger.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.LedgerKeys;

/// A public key under the name of a log, as C2SP's signed-note writes it: `name+id+base64(type |
/// raw key)`.
public final class VerifierKey {

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
        ED25519(1, 32),
        ML_DSA_44(6, 1312);

        private final int number;
        private final int length;

        Type(int number, int length) {
            this.number = number;
            this.length = length;
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

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    byte[] id() {
        byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Digests.sha256(head, typed()), 4);
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
}
