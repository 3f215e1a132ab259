package org.ccgledger.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The fields of a record, one after the other.
final class Fields {

    private final ByteBuffer in;

    Fields(ByteBuffer in) {
        this.in = in;
    }

    /// How many bytes the record has.
    int length() {
        return in.capacity();
    }

    long number() throws Damaged {
        need(Long.BYTES);
        return in.getLong();
    }

    int small() throws Damaged {
        need(Integer.BYTES);
        return in.getInt();
    }

    UUID id() throws Damaged {
        return new UUID(number(), number());
    }

    byte[] bytes() throws Damaged {
        int length = small();
        need(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /// Strict: no byte is replaced to make it readable.
    String text() throws Damaged {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
        } catch (CharacterCodingException e) {
            throw new Damaged("holds text that is not UTF-8");
        }
    }

    void end() throws Damaged {
        if (in.hasRemaining()) {
            throw new Damaged("holds a record that is too long");
        }
    }

    private void need(int length) throws Damaged {
        if (length < 0 || in.remaining() < length) {
            throw new Damaged("holds a record that is too short");
        }
    }
}
