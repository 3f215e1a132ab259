package org.ccgledger.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/// Somebody who signs notes in tests.
public final class NoteSigner {

    private final KeyPair pair;
    private final NoteKey key;

    private NoteSigner(KeyPair pair, NoteKey key) {
        this.pair = pair;
        this.key = key;
    }

    public static NoteSigner of(String name, NoteKey.Kind kind) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(kind.algorithm()).generateKeyPair();
            return new NoteSigner(pair, NoteKey.of(name, kind, pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public NoteKey key() {
        return key;
    }

    /// A line under a note.
    ///
    /// @param seconds since 1970 at which it says that it was made, if its kind says so
    public String line(String text, long seconds) {
        try {
            Signature signature = Signature.getInstance(key.kind().algorithm());
            signature.initSign(pair.getPrivate());
            signature.update(key.message(text, seconds).orElseThrow());
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(HexFormat.of().parseHex(key.id()));
            if (key.kind() != NoteKey.Kind.ED25519) {
                line.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(seconds).array());
            }
            line.writeBytes(signature.sign());
            return "\u2014 "
                    + key.name()
                    + " "
                    + Base64.getEncoder().encodeToString(line.toByteArray())
                    + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
