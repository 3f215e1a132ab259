package org.ccgledger.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;

/// A key of the ledger that signs, and does not show its secret.
public final class SigningKey {

    private final String algorithm;
    private final KeyPair pair;

    SigningKey(String algorithm, KeyPair pair) {
        this.algorithm = algorithm;
        this.pair = pair;
    }

    public LedgerKeys.PublicKey publicKey() {
        return new LedgerKeys.PublicKey(
                algorithm, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was read cannot sign: " + algorithm, e);
        }
    }

    String privateKey() {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }
}
